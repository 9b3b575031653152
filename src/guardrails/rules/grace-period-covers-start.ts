import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

export const gracePeriodCoversStart: ServiceRule = {
  id: 'grace-period-covers-start',
  level: 'error',
  judges: 'service',
  property: 'HealthCheckGracePeriodSeconds',
  title: 'The grace period lasts as long as a task may take to start and to pass its health checks.',
  why: 'ECS kills a task that the load balancer calls unhealthy before it had the time to start, and starts the next one, for ever.',
  fix: 'Set startupTime of HardenedFargateService, or healthCheckGracePeriod of ecs.FargateService to the longest start period '
    + 'plus the health check interval times the unhealthy threshold of the target group.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html'],
  prevents: ['health/elb-slow-start'],
  breaks: { healthCheckGracePeriodSeconds: 30 },
  holds: service => {
    const { healthCheckGracePeriodSeconds: grace, targetGroups } = service;
    if (!isKnown(grace) || !isKnown(targetGroups)) return UNKNOWN;
    if (targetGroups.length === 0) return true;
    const start = longestStart(service);
    const checks = Math.max(...targetGroups.map(secondsToFail));
    return (grace ?? 0) >= start + checks || {
      seen: `the grace period is ${grace ?? 0} seconds, but ${start > 0 ? `a container may take ${start} to start, and ` : ''}the load `
        + `balancer takes ${checks} to judge a task`,
    };
  },
};

/** What is not known counts as nothing: the sum is then what a task takes at least. */
function longestStart({ task }: ServiceFacts): number {
  const containers = isKnown(task) && isKnown(task.containers) ? task.containers : [];
  return Math.max(0, ...containers.map(({ healthCheck }) => isKnown(healthCheck) ? atLeast(healthCheck?.startPeriodSeconds) : 0));
}

const secondsToFail = ({ healthCheckIntervalSeconds: interval, unhealthyThreshold: threshold }: TargetGroupFacts): number =>
  atLeast(interval) * atLeast(threshold);

const atLeast = (fact: Fact<number>): number => typeof fact === 'number' ? fact : 0;
