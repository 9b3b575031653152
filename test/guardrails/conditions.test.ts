import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { type Judgement, judged } from './judged';
import { PlainService } from './plain-service';
import { judgeByGuardrails } from '../../src/guardrails/plugin/register-guardrails';

/** Judges a service whose circuit breaker is only there when a condition holds. */
function judgedWithBreakerIf(
  condition: (stack: Stack) => CfnCondition,
  change: (service: PlainService, condition: CfnCondition) => void = () => undefined,
): Judgement {
  return judged(stack => {
    const service = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const decides = condition(stack);
    service.cfnService.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', {
      'Fn::If': [decides.logicalId, { Enable: true, Rollback: true }, { Ref: 'AWS::NoValue' }],
    });
    change(service, decides);
  });
}

const isProduction = (stack: Stack) => new CfnCondition(stack, 'IsProduction', { expression: Fn.conditionEquals(new CfnParameter(stack, 'Stage'), 'production') });

test('a fault in one branch of Fn::If is found, and says in which', () => {
  const { violations } = judgedWithBreakerIf(isProduction);
  expect(violations).toMatchObject([{ ruleName: 'circuit-breaker' }]);
  expect(violations[0].description).toContain("when condition 'IsProduction' is false");
});

test('a branch in which there is no service at all cannot be at fault', () => {
  const { violations } = judgedWithBreakerIf(isProduction, ({ cfnService }, condition) => cfnService.cfnOptions.condition = condition);
  expect(violations).toEqual([]);
});

test('a fault that is there in both branches names no condition', () => {
  const { violations } = judgedWithBreakerIf(isProduction, ({ cfnTask }) => cfnTask.addPropertyOverride('ContainerDefinitions.0.Privileged', true));
  const descriptions = violations.map(({ ruleName, description }) => [ruleName, description.includes('IsProduction')]);
  expect(descriptions).toEqual(expect.arrayContaining([['circuit-breaker', true], ['fargate-supports-parameters', false]]));
});

test('a condition that the template itself decides takes its branch', () => {
  const never = (stack: Stack) => new CfnCondition(stack, 'Never', { expression: Fn.conditionEquals('on', 'off') });
  const { violations } = judgedWithBreakerIf(never);
  expect(violations).toMatchObject([{ ruleName: 'circuit-breaker' }]);
  expect(violations[0].description).not.toContain('Never');
});

test('a fault that a parameter has by default only is a warning, and a promise does not make it an error', () => {
  const byDefault = (stack: Stack, count: number) => new CfnParameter(stack, 'Count', { type: 'Number', default: count }).valueAsNumber;
  const { conclusion, violations } = judged(stack => {
    const service = new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });
    service.cfnService.desiredCount = byDefault(stack, 1);
    judgeByGuardrails(service);
  });
  expect({ conclusion, violations }).toMatchObject({ conclusion: 'success', violations: [{ ruleName: 'spare-task', severity: 'warning' }] });
  expect(violations[0].description).toContain("with the default of parameter 'Count'");
});
