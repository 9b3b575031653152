import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FEWEST_TASKS } from './desired-count';
import { scaleOnQueue } from './queue-scaling';
import { allowTaskProtection } from './task-protection';
import type { Scaling } from '../options/scaling';
import type { Timing } from '../placement/timing';
import { requireDrainable } from '../validation/require-queue';

/** Lets the load decide how many tasks run. */
export function scale(
  service: ecs.FargateService, scaling: Scaling, { startupTime, stopTimeout }: Timing, targetGroup?: elbv2.ApplicationTargetGroup,
): ecs.ScalableTaskCount {
  const { minCapacity = FEWEST_TASKS, maxCapacity } = scaling._limits;
  const { targetCpuUtilizationPercent, targetMemoryUtilizationPercent, targetRequestsPerTask } = scaling._targets;
  const count = service.autoScaleTaskCount({ minCapacity, maxCapacity });
  // Tasks that are still starting carry no load yet; without the pause they would be taken for too few.
  const pause = { scaleOutCooldown: startupTime };
  if (targetCpuUtilizationPercent !== undefined) {
    count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: targetCpuUtilizationPercent, ...pause });
  }
  if (targetMemoryUtilizationPercent !== undefined) {
    count.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: targetMemoryUtilizationPercent, ...pause });
  }
  if (targetRequestsPerTask !== undefined) {
    if (targetGroup === undefined) {
      throw new Error(
        `'scaling.targetRequestsPerTask' is ${targetRequestsPerTask}, but no application load balancer counts requests; set `
          + "'loadBalancing' to one, or scale a worker with Scaling.onQueue",
      );
    }
    count.scaleOnRequestCount('Requests', { requestsPerTarget: targetRequestsPerTask, targetGroup, ...pause });
  }
  if (scaling._queue !== undefined) {
    requireDrainable(scaling._queue.queue, stopTimeout);
    scaleOnQueue(service, count, scaling._queue, startupTime);
    if (scaling._queue.options.taskProtection === true) allowTaskProtection(service);
  }
  return count;
}
