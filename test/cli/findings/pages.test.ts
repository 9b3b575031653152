import { findingAsData } from '../../../src/cli/findings/findings-json';
import { findingsAsSarif } from '../../../src/cli/findings/findings-sarif';
import { findingsAsText } from '../../../src/cli/findings/findings-text';
import type { Finding } from '../../../src/guardrails/evaluate';

const RULE = { id: 'paged', title: 'Title.', why: 'Why.', fix: 'Fix.', see: ['https://docs.aws.amazon.com/one', 'https://docs.aws.amazon.com/two'], prevents: [] };

const foundIn = (path: string, see?: readonly string[]): Finding => ({
  rule: RULE, level: 'error', at: { path, property: '' }, seen: `${path} is off`, ...see && { see },
});

const [ONE, TWO] = RULE.see.map(page => [page]);

const textOf = (...findings: readonly Finding[]) => findingsAsText(findings, { colour: false, width: 120 }).split('\n').slice(3);

test('findings that rest on the same pages name them once, with the rule', () => {
  expect(textOf(foundIn('A'), foundIn('B'))).toEqual([
    '  See https://docs.aws.amazon.com/one', '  See https://docs.aws.amazon.com/two', '  - A', '    A is off.', '  - B', '    B is off.',
  ]);
});

test('findings of one rule that rest on pages of their own name them each', () => {
  expect(textOf(foundIn('A', ONE), foundIn('B', TWO))).toEqual([
    '  - A', '    A is off.', '    See https://docs.aws.amazon.com/one', '  - B', '    B is off.', '    See https://docs.aws.amazon.com/two',
  ]);
});

test('a finding that rests on one more page than the others names that one', () => {
  expect(textOf(foundIn('A', ONE), foundIn('B'))).toEqual([
    '  See https://docs.aws.amazon.com/one', '  - A', '    A is off.', '  - B', '    B is off.', '    See https://docs.aws.amazon.com/two',
  ]);
});

test('programs are told the pages of each finding', () => {
  expect([foundIn('A', TWO), foundIn('B')].map(findingAsData)).toMatchObject([{ see: TWO }, { see: RULE.see }]);
  const { runs: [{ results }] } = JSON.parse(findingsAsSarif({ fresh: [foundIn('A', TWO), foundIn('B')], known: [] }, true)) as
    { readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[] };
  expect(results.map(({ message }) => message.text)).toEqual(['A is off. Fix. See https://docs.aws.amazon.com/two', 'B is off. Fix.']);
});
