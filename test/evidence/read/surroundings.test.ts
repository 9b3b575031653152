import { isEvidence, readInput } from '../../../src/evidence/read/read-evidence';

const noted = (input: unknown): readonly string[] => readInput(input).noted;

test.each<[string, unknown]>([
  ['an empty list', [[]]],
  ['a list of empty lists', [[], [[]]]],
])('%s says that nothing of the kind is set', (_, input) => {
  expect(noted(input)).toEqual(['empty output: none of these settings exist']);
});

test('ids, ARNs, numbers and policies without their names are understood, and tell of no stop', () => {
  expect(noted(['arn:aws:iam::111122223333:role/web', 'sg-0123456789abcdef0', '111122223333', 7, true, null, '{"Version":"2012-10-17"}']))
    .toEqual(['values without their names']);
});

test('words of a program are no values without names', () => {
  expect(readInput(['Error: out of memory', 'sg-0123456789abcdef0']).evidence[0].logTail).toEqual(['Error: out of memory', 'sg-0123456789abcdef0']);
});

test('of calls in a trail, the first three are told, as far as they say who called when', () => {
  const call = (more: object) => ({ EventName: 'DeleteRole', CloudTrailEvent: '{}', ...more });
  expect(noted({ Events: [call({ Username: 'ada', EventTime: '2026-11-03T02:00:00Z' }), call({ EventTime: '2026-11-03T02:00:00Z' }), call({}), call({})] }))
    .toEqual(['DeleteRole was called by ada at 2026-11-03T02:00:00Z', 'DeleteRole was called at 2026-11-03T02:00:00Z', 'DeleteRole was called']);
});

test('of pairs of a time and a text, the texts are the messages; pairs of anything else have none', () => {
  expect(readInput([['2026-11-03T02:10:00Z', 'Error: no memory'], [1793500000, 'bye', null]]).evidence[0].logTail).toEqual(['Error: no memory', 'bye']);
  expect(readInput([[{ a: 1 }, 'Error: no memory']]).evidence).toEqual([]);
});

test('what is nested beyond any answer of AWS is no evidence', () => {
  const nested = Array.from({ length: 2_000 }).reduce<unknown>(inner => [inner], { lastStatus: 'STOPPED' });
  expect(isEvidence(nested)).toBe(false);
});
