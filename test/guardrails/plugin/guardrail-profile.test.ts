import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import { GuardrailProfile } from '../../../src/guardrails/plugin/settings/guardrail-profile';
import { judged } from '../judged';
import { PlainService } from '../plain-service';

/** A service that breaks circuit-breaker, which weakens it, or target-type-ip, which AWS refuses. */
const breaking = (rule: 'circuit-breaker' | 'target-type-ip', adopted = false) => (stack: Stack) => {
  const plain = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) });
  if (adopted) judgeByGuardrails(plain);
  if (rule === 'circuit-breaker') plain.cfnService.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);
  else plain.cfnTargetGroup.addPropertyOverride('TargetType', 'instance');
};

test.each([
  ['weakens', 'RECOMMENDED', 'circuit-breaker', 'success'],
  ['weakens', 'STRICT', 'circuit-breaker', 'failure'],
  ['weakens', 'ADVISORY', 'circuit-breaker', 'success'],
  ['is refused by AWS', 'RECOMMENDED', 'target-type-ip', 'failure'],
  ['is refused by AWS', 'ADVISORY', 'target-type-ip', 'success'],
] as const)('what %s, with the profile %s, ends in %s', (_what, profile, rule, conclusion) => {
  expect(judged(breaking(rule), { profile: GuardrailProfile[profile] }).conclusion).toBe(conclusion);
});

test('no profile softens HardenedFargateService', () => {
  expect(judged(breaking('circuit-breaker', true), { profile: GuardrailProfile.ADVISORY }).conclusion).toBe('failure');
});
