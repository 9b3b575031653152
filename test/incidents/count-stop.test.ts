import fc from 'fast-check';
import { aStop, at, minute, ofRevision } from './a-stop';
import { told } from './told';
import type { NotificationKind } from '../../src/diagnosis/model/diagnosis';
import { countStop } from '../../src/incidents/count-stop';
import type { Incident } from '../../src/incidents/incident';
import type { Stop } from '../../src/incidents/stop';
import { aDiagnosis } from '../diagnosis/a-diagnosis';
import { fuzz } from '../fuzz';

const NOW = at(60);

/** Counts stops as they come, and sends each message at once. */
function counted(stops: readonly Stop[], from?: Incident): { readonly incident: Incident; readonly messages: readonly NotificationKind[] } {
  const messages: NotificationKind[] = [];
  let incident = from;
  for (const stop of stops) {
    const { incident: after, kind } = told(countStop(incident, stop, NOW), NOW);
    if (kind !== undefined) messages.push(kind);
    incident = after;
  }
  return { incident: incident!, messages };
}

const stops = (count: number): readonly Stop[] =>
  Array.from({ length: count }, (_, index) => aStop({ key: `task-${index}`, seen: minute(index), ...ofRevision(index) }));

test('any order and any duplicates give the same counts and times, and one first message', () => {
  const sequence = fc.integer({ min: 1, max: 20 }).chain(count => fc.tuple(
    fc.shuffledSubarray([...stops(count)], { minLength: count }),
    fc.array(fc.nat(count - 1), { maxLength: 20 }),
  ));
  fuzz(fc.property(sequence, ([ordered, repeated]) => {
    const { incident, messages } = counted([...ordered, ...repeated.map(index => ordered[index])]);
    expect(incident).toMatchObject({
      occurrences: ordered.length,
      firstSeen: minute(0),
      lastSeen: minute(ordered.length - 1),
      taskDefinitionArn: `arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:${ordered.length - 1}`,
      status: 'open',
    });
    expect(messages).toEqual(['first']);
  }), 300);
});

test('a duplicate leaves the incident as it is', () => {
  const incident = countStop(undefined, aStop(), NOW);
  expect(countStop(incident, aStop({ seen: minute(9) }), NOW)).toBe(incident);
});

test('who counts the first stop sends its message, and nobody else for as long as that takes', () => {
  const { notice } = countStop(undefined, aStop(), NOW);
  expect(notice).toMatchObject({ kind: 'first', number: 1, due: ['topic'], uncertain: [], leasedUntil: NOW + 60_000 });
});

describe('an incident that was over', () => {
  const over: Incident = { ...counted(stops(3)).incident, status: 'resolved', resolvedAt: minute(30) };

  test('opens again with its history when a task stops afterwards', () => {
    const { incident, messages } = counted([aStop({ key: 'later', seen: minute(40) })], over);
    expect(messages).toEqual(['reopened']);
    expect(incident).toMatchObject({ status: 'open', occurrences: 4, firstSeen: minute(0), openedAt: minute(40), reopened: 1 });
  });

  test('counts a late stop from before and stays over', () => {
    const { incident, messages } = counted([aStop({ key: 'late', seen: minute(20) })], over);
    expect(messages).toEqual([]);
    expect(incident).toMatchObject({ status: 'resolved', occurrences: 4 });
  });
});

describe('during a rollout', () => {
  const failing = (count: number): readonly Stop[] => stops(count).map(stop => ({ ...stop, rollout: 'ecs-svc/7' }));

  test('one failure waits, at most five minutes', () => {
    const incident = countStop(undefined, failing(1)[0], NOW);
    expect(incident.notice).toMatchObject({ kind: 'first', heldUntil: NOW + 5 * 60_000 });
    expect(incident.notice).not.toHaveProperty('leasedUntil');
  });

  test('the last failure before the circuit breaker is triggered is told at once: 2 of 3', () => {
    const [one, two] = failing(2);
    const incident = countStop(countStop(undefined, one, NOW), two, NOW + 1);
    expect(incident.notice).toMatchObject({ kind: 'rollout-at-risk', number: 1, leasedUntil: NOW + 60_001 });
    expect(incident.notice).not.toHaveProperty('heldUntil');
    expect(incident.rollout).toEqual({ deployment: 'ecs-svc/7', failures: 2, threshold: 3 });
  });

  test('a task of the deployment before is no failure of the rollout', () => {
    const incident = countStop(countStop(undefined, failing(1)[0], NOW), aStop({ key: 'old' }), NOW);
    expect(incident.rollout).toMatchObject({ failures: 1 });
    expect(incident.notice).toHaveProperty('heldUntil');
  });
});

test('a task of a deployment that failed is counted, and told with the deployment', () => {
  const { incident, messages } = counted([aStop({ partOf: 'deployment' })]);
  expect(messages).toEqual([]);
  expect(incident).toMatchObject({ occurrences: 1, partOf: 'deployment' });
});

test('a stop from before the service was steady leaves it steady; a later one does not', () => {
  const steady = { ...countStop(undefined, aStop({ seen: minute(0) }), NOW), steadySince: minute(10) };
  expect(countStop(steady, aStop({ key: 'late', seen: minute(5) }), NOW)).toMatchObject({ steadySince: minute(10) });
  expect(countStop(steady, aStop({ key: 'next', seen: minute(11) }), NOW)).not.toHaveProperty('steadySince');
});

test('a task definition without a revision is never the newer one', () => {
  const known = countStop(undefined, aStop(ofRevision(3)), NOW);
  const unknown = aStop({ key: 'next', diagnosis: aDiagnosis({ taskDefinitionArn: null }) });
  expect(countStop(known, unknown, NOW).taskDefinitionArn).toBe('arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:3');
  expect(countStop(countStop(undefined, unknown, NOW), aStop(ofRevision(1)), NOW).taskDefinitionArn)
    .toBe('arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:1');
});

test('the first stop of a failed deployment is told with the deployment', () => {
  const part = countStop(undefined, aStop({ partOf: 'deployment' }), NOW);
  expect(part).toMatchObject({ partOf: 'deployment' });
  expect(part).not.toHaveProperty('notice');
});
