import { aStop, at, minute } from './a-stop';
import { aStore } from './a-store';
import { changeIncident } from '../../src/incidents/change-incident';
import { countOnce } from '../../src/incidents/count-once';
import { countStop } from '../../src/incidents/count-stop';
import type { Incident } from '../../src/incidents/incident';
import { withEvidence } from '../../src/incidents/with-evidence';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const NOW = at(60);

/** An incident that so many stops were counted in, and its last keys, `task-0` first. */
function counted(stops: number): Incident {
  let incident = countStop(undefined, aStop(), NOW);
  for (let number = 1; number < stops; number++) incident = countStop(incident, aStop({ key: `task-${number}`, seen: minute(number) }), NOW);
  return incident;
}

test('the diagnosis of the first stop is kept before it is counted, so that whoever takes over can tell it', async () => {
  const store = aStore();
  const { before, after } = await countOnce(store, aStop(), NOW);
  expect(before).toBeUndefined();
  expect(after).toMatchObject({ occurrences: 1, recent: ['task-0'] });
  expect(JSON.parse(store.diagnoses.get('incident-1') ?? '')).toMatchObject({ cause: aDiagnosis().cause });
});

test('a stop that was counted a moment ago is not counted again', async () => {
  const { before, after } = await countOnce(aStore(counted(3)), aStop({ key: 'task-1' }), NOW);
  expect(after).toBe(before);
});

test('a key that leaves the incident is marked as counted, and its stop is not counted again', async () => {
  const store = aStore(counted(24));
  const { after } = await countOnce(store, aStop({ key: 'task-24', seen: minute(24) }), NOW);
  expect(after).toMatchObject({ occurrences: 25 });
  expect([...store.marked]).toEqual(['task-0']);
  expect((await countOnce(store, aStop({ key: 'task-0' }), NOW)).after).toMatchObject({ occurrences: 25 });
});

test('a key that is marked already is not marked again', async () => {
  const store = aStore(counted(24));
  await store.markCounted('task-0');
  const markCounted = jest.fn();
  await countOnce({ ...store, markCounted }, aStop({ key: 'task-24', seen: minute(24) }), NOW);
  expect(markCounted).not.toHaveBeenCalled();
});

test('a stop is counted into what another function wrote meanwhile', async () => {
  const { before, after } = await countOnce(aStore(counted(1), [counted(2), counted(3)]), aStop({ key: 'another', seen: minute(9) }), NOW);
  expect([before?.occurrences, after?.occurrences]).toEqual([3, 4]);
});

test('a change that makes nothing of an incident writes nothing', async () => {
  const write = jest.fn();
  expect(await changeIncident({ ...aStore(counted(1)), write }, 'incident-1', NOW, () => undefined)).toMatchObject({ after: undefined });
  expect(write).not.toHaveBeenCalled();
});

describe('an incident that the evidence of the account shows better', () => {
  const first: Incident = { ...counted(1), quiet: true, secondLook: { at: minute(5), clues: [] } };
  const shown = aDiagnosis({ cause: 'app/dependency-unreachable', severity: 'failure', title: 'The database refused the connection.' });

  test('has its cause, and is told when its severity is reported; a second look is still to come', () => {
    const incident = withEvidence(first, shown, true);
    expect(incident).toMatchObject({ cause: 'app/dependency-unreachable', title: 'The database refused the connection.', notice: { kind: 'first' } });
    expect([incident.quiet, incident.secondLook]).toEqual([undefined, undefined]);
  });

  test('is told to nobody when its severity is not reported', () => {
    const incident = withEvidence(first, shown, false);
    expect([incident.quiet, incident.notice]).toEqual([true, undefined]);
  });
});
