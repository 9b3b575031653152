import { type Known, UNKNOWN } from '../../../src/facts/model/fact';
import { every, not, some } from '../../../src/facts/model/known';

test.each<[conditions: readonly Known<boolean>[], every: Known<boolean>, some: Known<boolean>]>([
  [[], true, false],
  [[true, true], true, true],
  [[true, false], false, true],
  [[false, false], false, false],
  [[true, UNKNOWN], UNKNOWN, true],
  [[UNKNOWN, false], false, UNKNOWN],
  [[UNKNOWN, UNKNOWN], UNKNOWN, UNKNOWN],
])('of %p, what certainly decides wins over what is unknown', (conditions, ofEvery, ofSome) => {
  expect([every(conditions), some(conditions)]).toEqual([ofEvery, ofSome]);
});

test('the opposite of what is unknown is unknown', () => {
  expect([not(true), not(false), not(UNKNOWN)]).toEqual([false, true, UNKNOWN]);
});
