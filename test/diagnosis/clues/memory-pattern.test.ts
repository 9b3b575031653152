import { memoryHistoryOf } from '../../../src/diagnosis/clues/memory-pattern';

const START = Date.parse('2026-11-02T03:00:00Z');

/** One point a minute. */
const history = (...values: number[]) =>
  memoryHistoryOf(values.map((percent, minute) => ({ time: new Date(START + minute * 60_000).toISOString(), percent })));

test.each([
  [[99, 99, 99]],
  [[92, 95, 97, 96, 98, 99]],
  [[20, 88, 90, 91, 92, 93, 95, 94, 96, 99]], // the start of the task is no rise
  [[80, 80, 80]],
])('memory that goes %j was constantly at the limit', values => expect(history(...values)?.pattern).toBe('at-the-limit'));

test.each([
  [[40, 60, 80, 99]],
  [[30, 34, 41, 39, 48, 55, 61, 60, 70, 78, 84, 92]],
  [[60, 70, 85]],
])('memory that goes %j grew', values => expect(history(...values)?.pattern).toBe('growing'));

test.each([
  [[35, 36, 34, 35, 37, 36, 35, 36, 99]],
  [[35, 35, 99, 35, 35, 35]],
  [[30, 30, 90]],
])('memory that goes %j has a spike', values => expect(history(...values)?.pattern).toBe('spike'));

test.each([[[20, 20, 20]], [[10, 40, 74]]])('memory that goes %j was never near the limit', values =>
  expect(history(...values)?.pattern).toBe('below-the-limit'));

test.each([
  [[]], [[99]], [[99, 99]], // too few
  [[70, 74, 78, 71, 79, 73]], // high, but neither at the limit nor on the way to it
])('memory that goes %j shows no pattern', values => expect(history(...values)).toBeUndefined());

test('the order of the points is that of time, whatever order CloudWatch gives them in', () => {
  const points = [99, 40, 60, 80].map((percent, index) => ({ time: `2026-11-02T03:${['30', '00', '10', '20'][index]}:00Z`, percent }));
  expect(memoryHistoryOf(points)).toEqual({
    pattern: 'growing', first: 40, last: 99, lowest: 40, median: 80, highest: 99, highestAt: '2026-11-02T03:30:00Z', minutes: 30,
  });
});
