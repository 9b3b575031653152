import { type Fact, isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

export const gracePeriodCoversStart: ServiceRule = {
  id: 'grace-period-covers-start',
  class: 'cannot serve',
  judges: 'service',
  property: 'HealthCheckGracePeriodSeconds',
  reads: [
    'healthCheckGracePeriodSeconds',
    'targetGroups.healthCheckIntervalSeconds',
    'targetGroups.unhealthyThreshold',
    'task.containers.healthCheck',
  ],
  title: 'The health check grace period should cover the startup time of a task.',
  why: 'If a task starts more slowly than the grace period and the health checks allow, ECS stops it. '
    + 'ECS then starts a replacement, over and over.',
  fix: 'Set startupTime of HardenedFargateService. '
    + 'For ecs.FargateService, set healthCheckGracePeriod to at least the longest startup time.',
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
