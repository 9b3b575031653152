import { Token } from 'aws-cdk-lib';
import type { LoadBalancing } from '../load-balancing/load-balancing';
import type { Scaling } from '../options/scaling';

/** With two, a service survives the loss of one. */
export const FEWEST_TASKS = 2;

interface CountProps {
  readonly desiredCount?: number;
  readonly scaling?: Scaling;
  readonly loadBalancing?: LoadBalancing;
}

/** The number of tasks to ask ECS for: none of our business when the load decides. */
export function desiredCountOf({ desiredCount, scaling, loadBalancing }: CountProps): number | undefined {
  if (scaling !== undefined) return requireScaling(desiredCount, scaling, loadBalancing?._servesRequests === true);
  requireTasks('desiredCount', desiredCount, 'set it to 1 or more; to pause the service, set its desired count to 0 with the AWS CLI');
  return desiredCount ?? FEWEST_TASKS;
}

function requireScaling(desiredCount: number | undefined, scaling: Scaling, servesRequests: boolean): undefined {
  const { minCapacity, maxCapacity } = scaling._limits;
  if (desiredCount !== undefined) {
    throw new Error(
      `'desiredCount' is ${desiredCount}, but 'scaling' sets the number of tasks, and each deployment would reset it; remove `
        + "'desiredCount', or use 'scaling.minCapacity' for a lower limit",
    );
  }
  requireTargets(scaling);
  const wayOut = 'set it to 1 or more, because without a task no request is served that would scale out the service';
  if (minCapacity !== 0 || servesRequests) requireTasks('scaling.minCapacity', minCapacity, wayOut);
  const fewest = minCapacity ?? FEWEST_TASKS;
  if (Token.isUnresolved(fewest) || Token.isUnresolved(maxCapacity) || fewest <= maxCapacity) return undefined;
  throw new Error(
    `'scaling.maxCapacity' is ${maxCapacity}, but 'scaling.minCapacity' is ${fewest}, and the maximum must not be below the `
      + 'minimum; increase maxCapacity or decrease minCapacity',
  );
}

function requireTasks(prop: string, count: number | undefined, wayOut: string): void {
  if (count === undefined || Token.isUnresolved(count) || (Number.isInteger(count) && count >= 1)) return;
  throw new Error(`'${prop}' is ${count}, but must be a whole number of at least 1; ${wayOut}`);
}

/** A target that is never reached never scales. */
function requireTargets({ _targets: targets, _queue: queue }: Scaling): void {
  const { targetCpuUtilizationPercent, targetMemoryUtilizationPercent, targetRequestsPerTask } = targets;
  requireBacklog(queue?.options.backlogPerTask);
  requirePercent('scaling.targetCpuUtilizationPercent', targetCpuUtilizationPercent);
  requirePercent('scaling.targetMemoryUtilizationPercent', targetMemoryUtilizationPercent);
  if (targetRequestsPerTask === undefined || Token.isUnresolved(targetRequestsPerTask) || targetRequestsPerTask > 0) return;
  throw new Error(
    `'scaling.targetRequestsPerTask' is ${targetRequestsPerTask}, but it must be above 0; set it `
      + 'to the requests that one task serves in a minute',
  );
}

function requireBacklog(backlog: number | undefined): void {
  if (backlog === undefined || Token.isUnresolved(backlog) || backlog > 0) return;
  throw new Error(
    `'scaling.backlogPerTask' is ${backlog}, but it must be above 0; set it to the longest acceptable wait of `
      + 'a message, divided by the processing time of one message',
  );
}

function requirePercent(prop: string, percent: number | undefined): void {
  if (percent === undefined || Token.isUnresolved(percent) || (percent > 0 && percent <= 100)) return;
  throw new Error(
    `'${prop}' is ${percent}, but a target utilization must be above 0 and at most 100 percent; `
      + 'set it below 100, such as 60',
  );
}
