import { beginOf, endOf, taskIdOf } from '../../../src/evidence/collectors/cluster-and-task';
import { evidenceOf } from '../../diagnosis/evidence-of';

const [FIRST, SECOND, THIRD, LAST] = ['2026-11-03T02:10:01Z', '2026-11-03T02:10:02Z', '2026-11-03T02:10:03Z', '2026-11-03T02:10:04Z'];

test.each<[string, object, string]>([
  ['when it had stopped', { task: { stoppedAt: LAST, executionStoppedAt: SECOND, stoppingAt: FIRST }, time: THIRD }, LAST],
  ['when its containers had stopped', { task: { executionStoppedAt: SECOND, stoppingAt: FIRST }, time: THIRD }, SECOND],
  ['when ECS began to stop it', { task: { stoppingAt: FIRST }, time: THIRD }, FIRST],
  ['when it was told of', { time: THIRD }, THIRD],
])('a task ended %s', (_, evidence, end) => {
  expect(endOf(evidenceOf(evidence))).toBe(Date.parse(end));
});

test('a task began when it was made, when its containers started, or when it was told of', () => {
  expect([{ task: { createdAt: FIRST, startedAt: SECOND }, time: LAST }, { task: { startedAt: SECOND }, time: LAST }, { time: LAST }]
    .map(evidence => beginOf(evidenceOf(evidence)))).toEqual([FIRST, SECOND, LAST].map(Date.parse));
});

test('nobody knows when a task of which nothing is said began and ended, or what it is called', () => {
  const nothing = evidenceOf({});
  expect([beginOf(nothing), endOf(nothing), taskIdOf(nothing)]).toEqual([NaN, NaN, undefined]);
});
