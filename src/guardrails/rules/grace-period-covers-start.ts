import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule, Verdict } from '../model/rule';

/** ECS stops a task that starts later than the grace period and the failed checks of its target group allow, whichever takes longer. */
export const gracePeriodCoversStart: ServiceRule = {
  id: 'grace-period-covers-start',
  class: 'cannot serve',
  promised: true,
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
  fix: 'Set startupTime of HardenedFargateService, and remove an override of HealthCheckGracePeriodSeconds. '
    + 'For ecs.FargateService, set healthCheckGracePeriod to at least the longest startup time.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html'],
  prevents: ['health/elb-slow-start'],
  breaks: { healthCheckGracePeriodSeconds: 30 },
  holds: service => {
    const { healthCheckGracePeriodSeconds: grace, targetGroups } = service;
    if (!isKnown(grace) || !isKnown(targetGroups)) return UNKNOWN;
    if (targetGroups.length === 0) return true;
    const start = longestStart(service);
    const checks = Math.min(...targetGroups.map(secondsToFail));
    return isKnown(start) && !Number.isNaN(checks) ? covers(start, grace ?? 0, checks) : UNKNOWN;
  },
};

function covers(start: number, grace: number, checks: number): Verdict {
  const found = `the grace period is ${grace} seconds, and the load balancer marks a target unhealthy after ${checks} seconds`;
  const allowed = Math.max(grace, checks);
  if (start > allowed) return { seen: `${found}, but a container has a start period of ${start} seconds` };
  return start > 0 || allowed >= USUAL_START_SECONDS || { seen: found, class: 'hygiene' };
}

/** Within this time most programs start; a service that allows less without stating a start period is worth a second look. */
const USUAL_START_SECONDS = 60;

/** The longest start period that a container states; nothing where none does. */
function longestStart({ task }: ServiceFacts): Known<number> {
  if (!isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
  const periods = task.containers.map(({ healthCheck }): Known<number> =>
    isKnown(healthCheck) && isKnown(healthCheck?.startPeriodSeconds) ? healthCheck?.startPeriodSeconds ?? 0 : UNKNOWN);
  return periods.every(isKnown) ? Math.max(0, ...periods) : UNKNOWN;
}

/** How long a load balancer takes to call a target unhealthy; nobody knows it of a target group that was made elsewhere. */
const secondsToFail = ({ healthCheckIntervalSeconds: interval, unhealthyThreshold: threshold }: TargetGroupFacts): number =>
  isKnown(interval) && isKnown(threshold) ? interval * threshold : NaN;
