import type { Finding } from '../../../src/guardrails/evaluate';
import { violationOf } from '../../../src/guardrails/plugin/violation';

const RULE = { id: 'paged', title: 'Title.', why: 'Why.', fix: 'Fix.', see: ['https://docs.aws.amazon.com/one', 'https://docs.aws.amazon.com/two'], prevents: [] };

const foundIn = (path: string, see?: readonly string[]): Finding => ({
  rule: RULE, level: 'warning', at: { path, property: '' }, seen: 'it is off', ...see && { see },
});

const pagesOf = (...findings: readonly [Finding, ...Finding[]]) =>
  violationOf({ findings, path: 'S', isFirst: true, nameOf: ({ at }) => at.path }).ruleMetadata?.see;

test('a violation names the pages that its findings rest on, each once, and no other one', () => {
  const [ONE, TWO] = RULE.see.map(page => [page]);
  expect(pagesOf(foundIn('S/A', TWO))).toBe('https://docs.aws.amazon.com/two');
  expect(pagesOf(foundIn('S/A', TWO), foundIn('S/B', ONE), foundIn('S/C', TWO))).toBe('https://docs.aws.amazon.com/two, https://docs.aws.amazon.com/one');
  expect(pagesOf(foundIn('S/A'))).toBe('https://docs.aws.amazon.com/one, https://docs.aws.amazon.com/two');
});
