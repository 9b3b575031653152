import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { ABOUT_JUDGING } from '../../../src/guardrails/plugin/about-judging';
import { FargateGuardrails } from '../../../src/guardrails/plugin/fargate-guardrails';
import { Guardrail } from '../../../src/guardrails/plugin/settings/guardrail';

const CONSTANTS = Object.entries(Guardrail).filter((entry): entry is [string, Guardrail] => entry[1] instanceof Guardrail);

test('there is a constant for each guardrail, named after its id', () => {
  expect(CONSTANTS.map(([, { id }]) => id)).toEqual([...CATALOGUE, ...ABOUT_JUDGING].map(({ id }) => id).concat('not-judged'));
  for (const [name, { id }] of CONSTANTS) expect(name.toLowerCase().replace(/_/g, '-')).toBe(id);
});

test('each of them can be an error, and all but not-judged a warning or off with a reason', () => {
  expect(new FargateGuardrails({ levels: CONSTANTS.map(([, guardrail]) => guardrail.error()) }).ruleIds).toContain('circuit-breaker');
  const others = CONSTANTS.map(([, guardrail]) => guardrail).filter(guardrail => guardrail !== Guardrail.NOT_JUDGED);
  expect(new FargateGuardrails({ levels: others.map(guardrail => guardrail.warning('a trial')) }).ruleIds).toContain('circuit-breaker');
  expect(new FargateGuardrails({ levels: others.map(guardrail => guardrail.off('a trial')) }).ruleIds).not.toContain('circuit-breaker');
});

test('the acknowledgment of a guardrail has its full id and the reason', () => {
  expect(Guardrail.SPARE_TASK.acknowledgment('a batch job')).toEqual({ id: 'HardenedFargate::spare-task', reason: 'a batch job' });
});
