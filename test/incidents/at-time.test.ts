import { aStop, at, minute } from './a-stop';
import { told } from './told';
import { atTime } from '../../src/incidents/at-time';
import { countStop } from '../../src/incidents/count-stop';
import { canEscalate, whenAllTasksAreGone } from '../../src/incidents/escalate';
import type { Incident } from '../../src/incidents/incident';
import { whenSteady } from '../../src/incidents/steady';

/** An incident whose tasks stop every so many minutes, told of the first. */
function crashing(count: number, pause: number): Incident {
  let incident = told(countStop(undefined, aStop(), at(0)), at(0)).incident;
  for (let index = 1; index < count; index++) incident = countStop(incident, aStop({ key: `task-${index}`, seen: minute(index * pause) }), at(index * pause));
  return incident;
}

/** What is told in so many minutes while tasks go on stopping. */
function messagesWithin(minutes: number, pause: number): readonly string[] {
  let incident = crashing(1, pause);
  const messages: string[] = [];
  for (let now = 1; now <= minutes; now++) {
    if (now % pause === 0) incident = countStop(incident, aStop({ key: `task-${now}`, seen: minute(now) }), at(now));
    const { incident: after, kind } = told(atTime(incident, ['topic'], at(now)), at(now));
    if (kind !== undefined) messages.push(`${kind} after ${now} min: ${after.occurrences}`);
    incident = after;
  }
  return messages;
}

test('a service that crashes once a minute for a day is told of in summaries that grow rare', () => {
  expect(messagesWithin(24 * 60, 1)).toEqual([
    'summary after 10 min: 11',
    'summary after 30 min: 31',
    'summary after 70 min: 71',
    'summary after 150 min: 151',
    'summary after 310 min: 311',
    'summary after 630 min: 631',
    'summary after 1270 min: 1271',
  ]);
});

test('no new stops, no summary', () => {
  expect(atTime(crashing(1, 1), ['topic'], at(20))).toEqual(crashing(1, 1));
});

test('a steady service resolves its incident once it stayed steady for the usual pause between stops', () => {
  const steady = whenSteady(crashing(4, 10), minute(31));
  expect(atTime(steady, ['topic'], at(40))).toMatchObject({ status: 'open' });
  expect(atTime(steady, ['topic'], at(41))).toMatchObject({ status: 'resolved', resolvedAt: minute(41), notice: { kind: 'resolved', due: ['topic'] } });
});

test('without a word from ECS, three usual pauses resolve it', () => {
  expect(atTime(crashing(4, 20), [], at(60 + 59))).toMatchObject({ status: 'open' });
  expect(atTime(crashing(4, 20), [], at(60 + 60))).toMatchObject({ status: 'resolved' });
});

test('a crash loop whose service is steady in between stays one open incident', () => {
  let incident = crashing(4, 10);
  for (let now = 31; now < 40; now++) incident = atTime(whenSteady(incident, minute(31)), ['topic'], at(now));
  incident = countStop(incident, aStop({ key: 'next', seen: minute(40) }), at(40));
  expect(incident).toMatchObject({ status: 'open', occurrences: 5 });
  expect(incident).not.toHaveProperty('steadySince');
});

test('a report of a steady service from before the last stop says nothing', () => {
  const incident = crashing(4, 10);
  expect(whenSteady(incident, minute(29))).toBe(incident);
});

test('an incident that came back is waited for longer', () => {
  const back = { ...crashing(4, 20), reopened: 1 };
  expect(atTime(back, [], at(60 + 119))).toMatchObject({ status: 'open' });
  expect(atTime(back, [], at(60 + 120))).toMatchObject({ status: 'resolved' });
});

test('nobody hears that something is over of which nobody was told', () => {
  const within = { ...crashing(1, 1), partOf: 'deployment' };
  const over = atTime(within, ['topic'], at(60));
  expect(over).toMatchObject({ status: 'resolved' });
  expect(over).not.toHaveProperty('notice');
});

test('while the first message is not sent, no other takes its place', () => {
  const unsent = countStop(undefined, aStop(), at(0));
  expect(atTime(unsent, ['topic'], at(600))).toBe(unsent);
});

test('a service without any task left is told once', () => {
  const gone = whenAllTasksAreGone(crashing(2, 1), ['topic']);
  expect(gone.notice).toMatchObject({ kind: 'escalated' });
  const after = told(gone, at(2)).incident;
  expect(whenAllTasksAreGone(after, ['topic'])).toBe(after);
});

test('the tasks of a service are looked for two minutes after people were told, for an hour after the last stop, and until it was told', () => {
  const open = told(countStop(undefined, aStop(), at(0)), at(0)).incident;
  expect([1, 2, 59, 60].map(minutes => canEscalate(open, at(minutes)))).toEqual([false, true, true, false]);
  expect(canEscalate(countStop(undefined, aStop(), at(0)), at(5))).toBe(false);
  expect(canEscalate(told(whenAllTasksAreGone(open, ['topic']), at(3)).incident, at(10))).toBe(false);
});

test('twice as many stops are enough for a summary', () => {
  expect(messagesWithin(11, 6)).toEqual(['summary after 10 min: 2']);
});
