import { type Duration, Token } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { LoadBalancing } from '../load-balancing/load-balancing';

/** How the number of tasks follows the load. */
export interface ScalingOptions {
  /**
   * The fewest tasks that run. With two, the service survives the loss of one. A worker may have zero: its alarms then
   * take no task for no work, and something has to scale it out, such as its queue through `scalableTaskCount`.
   *
   * @default 2
   */
  readonly minCapacity?: number;

  /** The most tasks that run. */
  readonly maxCapacity: number;

  /**
   * The CPU utilization to which the number of tasks is adjusted, in percent of what the tasks have.
   *
   * @default 60
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * The memory utilization to which the number of tasks is adjusted, in percent of what the tasks have.
   *
   * @default - memory does not scale the service: most runtimes do not give it back, so that it would never scale in
   */
  readonly targetMemoryUtilizationPercent?: number;

  /**
   * The number of requests a minute that one task should get. It needs load balancing.
   *
   * @default - requests do not scale the service
   */
  readonly targetRequestsPerTask?: number;
}

const FEWEST_TASKS = 2;

/** Lets the load decide how many tasks run. */
export function scale(
  service: ecs.FargateService, scaling: ScalingOptions, startupTime: Duration, targetGroup?: elbv2.ApplicationTargetGroup,
): ecs.ScalableTaskCount {
  const { minCapacity = FEWEST_TASKS, maxCapacity, targetCpuUtilizationPercent = 60 } = scaling;
  const { targetMemoryUtilizationPercent, targetRequestsPerTask } = scaling;
  const count = service.autoScaleTaskCount({ minCapacity, maxCapacity });
  // Tasks that are still starting carry no load yet; without the pause they would be taken for too few.
  const pause = { scaleOutCooldown: startupTime };
  count.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: targetCpuUtilizationPercent, ...pause });
  if (targetMemoryUtilizationPercent !== undefined) {
    count.scaleOnMemoryUtilization('Memory', { targetUtilizationPercent: targetMemoryUtilizationPercent, ...pause });
  }
  if (targetRequestsPerTask !== undefined) {
    if (targetGroup === undefined) {
      throw new Error(
        `'scaling.targetRequestsPerTask' is ${targetRequestsPerTask}, but no application load balancer counts requests; set `
          + "'loadBalancing' to one, or scale by something else through 'scalableTaskCount'",
      );
    }
    count.scaleOnRequestCount('Requests', { requestsPerTarget: targetRequestsPerTask, targetGroup, ...pause });
  }
  return count;
}

interface CountProps {
  readonly desiredCount?: number;
  readonly scaling?: ScalingOptions;
  readonly loadBalancing?: LoadBalancing;
}

/** The number of tasks to ask ECS for: none of our business when the load decides. */
export function desiredCountOf({ desiredCount, scaling, loadBalancing }: CountProps): number | undefined {
  if (scaling !== undefined) return requireScaling(desiredCount, scaling, loadBalancing?._servesRequests === true);
  requireTasks('desiredCount', desiredCount, 'remove the service to stop it for good, or scale it to 0 by hand to pause it');
  return desiredCount ?? FEWEST_TASKS;
}

function requireScaling(desiredCount: number | undefined, scaling: ScalingOptions, servesRequests: boolean): undefined {
  const { minCapacity, maxCapacity } = scaling;
  if (desiredCount !== undefined) {
    throw new Error(
      `'desiredCount' is ${desiredCount}, but 'scaling' decides how many tasks run, and every deployment would set it back; remove `
        + "'desiredCount', or use 'scaling.minCapacity' for a lower limit",
    );
  }
  requireTargets(scaling);
  const wayOut = 'a service that may scale to nothing cannot serve the request that would scale it out';
  if (minCapacity !== 0 || servesRequests) requireTasks('scaling.minCapacity', minCapacity, wayOut);
  const fewest = minCapacity ?? FEWEST_TASKS;
  if (Token.isUnresolved(fewest) || Token.isUnresolved(maxCapacity) || fewest <= maxCapacity) return undefined;
  throw new Error(
    `'scaling.maxCapacity' is ${maxCapacity}, but 'scaling.minCapacity' is ${fewest}, and the most tasks cannot be fewer than the `
      + 'fewest; raise the one or lower the other',
  );
}

function requireTasks(prop: string, count: number | undefined, wayOut: string): void {
  if (count === undefined || Token.isUnresolved(count) || (Number.isInteger(count) && count >= 1)) return;
  throw new Error(`'${prop}' is ${count}, but a service runs at least one whole task; ${wayOut}`);
}

/** A target that is never reached never scales. */
function requireTargets({ targetCpuUtilizationPercent, targetMemoryUtilizationPercent, targetRequestsPerTask }: ScalingOptions): void {
  requirePercent('scaling.targetCpuUtilizationPercent', targetCpuUtilizationPercent);
  requirePercent('scaling.targetMemoryUtilizationPercent', targetMemoryUtilizationPercent);
  if (targetRequestsPerTask === undefined || Token.isUnresolved(targetRequestsPerTask) || targetRequestsPerTask > 0) return;
  throw new Error(
    `'scaling.targetRequestsPerTask' is ${targetRequestsPerTask}, but a task that should get no requests could never be enough; set it `
      + 'to the requests that one task serves in a minute',
  );
}

function requirePercent(prop: string, percent: number | undefined): void {
  if (percent === undefined || Token.isUnresolved(percent) || (percent > 0 && percent <= 100)) return;
  throw new Error(
    `'${prop}' is ${percent}, but tasks use more than 0 and at most 100 percent of what they have, so that the number of tasks would `
      + 'never settle; leave some room, such as 60',
  );
}
