import { Annotations, Validations } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Guards } from './options/deployment';
import type { AttachedService } from './placement/attached-service';

/** Ends deployments that fail: sets what the CDK has no props for, and explains a rollback that is off. */
export function guardDeployments({ cfnService, node }: AttachedService, { breaker, noRollbackReason }: Guards): void {
  const { failureThreshold, resetOnHealthyTask } = breaker ?? {};
  const set = (property: string, value: unknown) =>
    cfnService.addPropertyOverride(`DeploymentConfiguration.DeploymentCircuitBreaker.${property}`, value);
  if (failureThreshold !== undefined) {
    const { type, value } = failureThreshold._configuration;
    set('ThresholdConfiguration', { Type: type, Value: value });
  }
  if (resetOnHealthyTask !== undefined) set('ResetOnHealthyTask', resetOnHealthyTask);
  if (noRollbackReason === undefined) return;
  Annotations.of(cfnService).addInfo(`failed deployments of '${node.scope?.node.path}' are not rolled back: ${noRollbackReason}`);
  Validations.of(cfnService).acknowledge({ id: 'HardenedFargate::circuit-breaker', reason: noRollbackReason });
}

/** The circuit breaker of the CDK, where AWS documents it for the strategy. */
export const circuitBreakerOf = ({ breaker, noRollbackReason }: Guards): ecs.DeploymentCircuitBreaker | undefined =>
  breaker && { enable: true, rollback: noRollbackReason === undefined };

/** Lets an alarm fail deployments, and roll them back. */
export function failOn(service: AttachedService, alarms: readonly cloudwatch.Alarm[], { noRollbackReason }: Guards): void {
  if (alarms.length === 0) return;
  const behavior = noRollbackReason === undefined ? ecs.AlarmBehavior.ROLLBACK_ON_ALARM : ecs.AlarmBehavior.FAIL_ON_ALARM;
  service.endDeploymentsOn(alarms.map(({ alarmName }) => alarmName), behavior);
}
