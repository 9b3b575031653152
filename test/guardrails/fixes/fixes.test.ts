import { CONTAINERS } from './containers';
import { LOAD_BALANCERS } from './load-balancers';
import { NETWORKS } from './networks';
import { SERVICES } from './services';
import { TASKS } from './tasks';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { judgeCorpus } from '../corpus/judge-corpus';

const FIXES = [...CONTAINERS, ...TASKS, ...SERVICES, ...LOAD_BALANCERS, ...NETWORKS];

const judgements = judgeCorpus(FIXES.flatMap(([,, broken, fixed]) => [broken, fixed]));

/** What is wrong before and after each fix, by the ids of the guardrails. */
const OUTCOMES = FIXES.map(([rule, says], index) => {
  const [before, after] = [2 * index, 2 * index + 1].map(at => [...new Set(judgements[at].findings.map(({ ruleName }) => ruleName))]);
  return { rule, says, before, after };
});

test.each(OUTCOMES)('$rule: "$says" makes the finding go, and brings no other one', ({ rule, before, after }) => {
  expect(before).toContain(rule);
  expect(after.filter(id => id === rule || !before.includes(id))).toEqual([]);
});

test('what is followed is what is printed', () => {
  const printed = new Map(CATALOGUE.map(({ id, fix }) => [id, fix]));
  expect(FIXES.filter(([rule, says]) => printed.get(rule)?.includes(says) !== true).map(([rule, says]) => `${rule}: ${says}`)).toEqual([]);
});

test('the fix of every guardrail is followed', () => {
  const followed = FIXES.map(([rule]) => rule);
  expect(CATALOGUE.map(({ id }) => id).filter(id => !followed.includes(id))).toEqual([]);
});
