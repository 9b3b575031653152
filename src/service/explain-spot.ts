import { Annotations, Token, Validations } from 'aws-cdk-lib';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import type { Capacity } from './options/capacity';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import { FEWEST_TASKS } from './scaling/desired-count';

/** Says why a service may have no task on capacity that AWS does not take back, and warns of one that never has another. */
export function explainSpot(service: FargateService, { capacity, desiredCount, scaling }: HardenedFargateServiceProps): void {
  if (capacity === undefined) return;
  warnOfNoSpot(service, capacity, scaling?._limits.maxCapacity ?? desiredCount ?? FEWEST_TASKS);
  if (capacity._reason === undefined) return;
  Validations.of(service).acknowledge({ id: 'HardenedFargate::spot-has-on-demand-base', reason: capacity._reason });
}

function warnOfNoSpot(service: FargateService, { _strategy: [{ base = 0 }] }: Capacity, mostTasks: number): void {
  if (base === 0 || Token.isUnresolved(base) || Token.isUnresolved(mostTasks) || base < mostTasks) return;
  Annotations.of(service).addWarningV2('hardened-fargate:no-task-on-spot',
    `'base' of 'capacity' is ${base}, but the service has at most ${mostTasks} tasks, so none of them runs on Spot; lower 'base', or set `
    + "'capacity' to Capacity.onDemand()");
}
