import { isNestedTooDeeply, mayNestTooDeeply } from '../../../src/evidence/model/nesting';
import { readInput } from '../../../src/evidence/read/read-evidence';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const keyed = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

test.each([nested, keyed])('a value of a hundred levels is read, one of a thousand and one of a hundred thousand are not', levels => {
  expect([100, 1000, 100_000].map(depth => isNestedTooDeeply(levels(depth)))).toEqual([false, true, true]);
});

test('a wide value is not deep', () => expect(isNestedTooDeeply(Array.from({ length: 100_000 }, () => ({ a: [1] })))).toBe(false));

test.each([
  ['brackets that are not closed', '['.repeat(600), true],
  ['braces with what is in them', '{a: [1, '.repeat(300), true],
  ['dashes on one line', `${'- '.repeat(300)}x`, true],
  ['lines that are far to the right', `a:\n${' '.repeat(1200)}b: 1`, true],
  ['many closed brackets', '[1] {a: 1}\n'.repeat(10_000), false],
  ['a rule of dashes', '-'.repeat(5000), false],
])('%s: deep is %s', (_, text, isDeep) => expect(mayNestTooDeeply(text)).toBe(isDeep));

test.each([
  ['an event', (deep: unknown) => ({ 'detail-type': 'ECS Task State Change', 'detail': { lastStatus: 'STOPPED', containers: deep } })],
  ['a task', (deep: unknown) => ({ task: { stoppedReason: 'x', containers: deep } })],
  ['a list', (deep: unknown) => [deep]],
])('%s that is nested too deeply is refused in words, at any depth', (_, put) => {
  for (const depth of [600, 2000, 4000, 8000, 16_000, 100_000]) {
    const { evidence, unreadable } = readInput(put(nested(depth)));
    expect(evidence.length + unreadable.length).toBeGreaterThan(0);
  }
});
