import { HARDENED_SERVICE } from './hardened-facts';
import { UNKNOWN } from '../../src/facts/model/fact';
import { evaluate } from '../../src/guardrails/evaluate';
import type { ServiceRule } from '../../src/guardrails/model/rule';

const ruleWith = (id: string, holds: ServiceRule['holds']): ServiceRule => ({
  id,
  class: 'refused',
  judges: 'service',
  property: 'Property',
  reads: [],
  title: 'Title.',
  why: 'Why.',
  fix: 'Fix.',
  see: [],
  prevents: [],
  breaks: {},
  holds,
});

test('a finding points at the property of the resource that breaks the rule', () => {
  const [finding] = evaluate(HARDENED_SERVICE, [ruleWith('strict', () => ({ seen: 'it is off' }))]);
  expect(finding).toMatchObject({ rule: { id: 'strict' }, at: { path: 'Shop/Service', property: 'Properties.Property' }, seen: 'it is off' });
});

test('a rule that breaks down is a finding that names it, and the other rules go on', () => {
  const clumsy = ruleWith('clumsy', () => {
    throw new Error('cannot read it');
  });
  const [first, second] = evaluate(HARDENED_SERVICE, [clumsy, ruleWith('strict', () => ({ seen: 'it is off' }))]);
  expect(first).toMatchObject({ rule: { id: 'not-judged' }, level: 'error', at: { path: 'Shop/Service' } });
  expect(first.seen).toContain("'clumsy'");
  expect(first.seen).toContain('cannot read it');
  expect(second.rule.id).toBe('strict');
});

test('a rule that holds or has no verdict finds nothing', () => {
  expect(evaluate(HARDENED_SERVICE, [ruleWith('good', () => true), ruleWith('blind', () => UNKNOWN)])).toEqual([]);
});

test('a violation that rests on a page of its own names that one only', () => {
  const pages = { ...ruleWith('paged', () => ({ seen: 'it is off', see: ['https://docs.aws.amazon.com/one'] })), see: ['https://docs.aws.amazon.com/one', 'https://docs.aws.amazon.com/two'] };
  expect(evaluate(HARDENED_SERVICE, [pages])).toMatchObject([{ rule: pages, see: ['https://docs.aws.amazon.com/one'] }]);
});
