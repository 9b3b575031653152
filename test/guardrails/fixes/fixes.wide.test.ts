import { PLAIN } from './catalogue';
import { HARDENED } from './hardened';
import { BARE, PATTERNS } from './patterns';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { judgeCorpus } from '../corpus/judge-corpus';

const FIXES = [...PLAIN, ...PATTERNS, ...HARDENED];

const [bare, ...judgements] = judgeCorpus([BARE, ...FIXES.flatMap(([,, broken, fixed]) => [broken, fixed])]);

/** What is wrong before and after each fix, by the ids of the guardrails. */
const OUTCOMES = FIXES.map(([rule, says], index) => {
  const [before, after] = [2 * index, 2 * index + 1].map(at => [...new Set(judgements[at].findings.map(({ ruleName }) => ruleName))]);
  return { rule, says, before, after };
});

/** With a circuit breaker or a capacity provider a service has more to wait for; the patterns leave that to whoever reads the next finding. */
const LEADS_TO: Readonly<Record<string, string | undefined>> = {
  'circuit-breaker': 'service-waits-for-needs',
  'capacity-provider-strategy': 'service-waits-for-needs',
};

test.each(OUTCOMES)('$rule: "$says" makes the finding go, and brings no other one', ({ rule, before, after }) => {
  expect(before).toContain(rule);
  expect(after.filter(id => id === rule || !before.includes(id) && id !== LEADS_TO[rule])).toEqual([]);
});

test('what is followed is what is printed', () => {
  const printed = new Map(CATALOGUE.map(({ id, fix }) => [id, fix]));
  expect(FIXES.filter(([rule, says]) => printed.get(rule)?.includes(says) !== true).map(([rule, says]) => `${rule}: ${says}`)).toEqual([]);
});

test('every finding in a bare service of the patterns has a fix there', () => {
  const followed = PATTERNS.map(([rule]) => rule);
  expect([...new Set(bare.findings.map(({ ruleName }) => ruleName))].filter(rule => !followed.includes(rule))).toEqual([]);
});

test('a secret of which the wrong role has the permission names that role', () => {
  const at = FIXES.findIndex(([rule,,, fixed]) => rule === 'execution-role-reads-secrets' && fixed !== undefined);
  const seen = judgements[2 * at].findings.find(({ ruleName }) => ruleName === 'execution-role-reads-secrets')?.description;
  expect(seen).toMatch(/No policy of the execution role '.*ExecutionRole' allows it to read 'TOKEN'; the task role '.*TaskRole' has this permission/);
});

test('the fix of every guardrail is followed', () => {
  const followed = PLAIN.map(([rule]) => rule);
  expect(CATALOGUE.map(({ id }) => id).filter(id => !followed.includes(id))).toEqual([]);
});
