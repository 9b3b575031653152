import { HARDENED_SERVICE } from './hardened-facts';
import type { Case } from '../../src/facts/template/cases';
import type { Finding } from '../../src/guardrails/evaluate';
import { mergeCases } from '../../src/guardrails/merge-cases';
import { NOT_JUDGED } from '../../src/guardrails/model/not-judged';

const finding = (seen: string): Finding => ({ rule: NOT_JUDGED, level: 'error', at: HARDENED_SERVICE.at, seen });

/** What was found where the named conditions hold, and all others do not. */
const found = (holds: string, ...faults: readonly string[]): Case<readonly Finding[]> =>
  ({ result: faults.map(finding), truths: new Map(['A', 'B'].map(name => [`S\n${name}`, holds.includes(name)])) });

const merged = (...cases: readonly Case<readonly Finding[]>[]) => mergeCases(cases).map(({ seen, when }) => [seen, when]);

test('what is there in any case is said once, without a condition', () => {
  expect(merged(found('A', 'fault'), found('', 'fault'))).toEqual([['fault', undefined]]);
});

test('what is there in one case says in which', () => {
  expect(merged(found('A', 'one'), found('', 'other'))).toEqual([['one', "when condition 'A' is true"], ['other', "when condition 'A' is false"]]);
});

test('only the conditions that matter are named', () => {
  expect(merged(found('AB', 'fault'), found('A', 'fault'), found('B'), found(''))).toEqual([['fault', "when condition 'A' is true"]]);
  expect(merged(found('AB', 'fault'), found('A'), found('B'), found(''))).toEqual([['fault', "when condition 'A' is true and condition 'B' is true"]]);
});

test('cases that no common condition tells from the others are named by the first of them', () => {
  expect(merged(found('A', 'fault'), found('B', 'fault'), found('AB'), found(''))).toEqual([['fault', "at least when condition 'A' is true and condition 'B' is false"]]);
});

test('what is never made is never at fault', () => {
  expect(mergeCases([])).toEqual([]);
});
