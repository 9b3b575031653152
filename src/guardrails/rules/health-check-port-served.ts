import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';
import { isServed } from '../predicates/served-port';

export const healthCheckPortServed: TargetGroupRule = {
  id: 'health-check-port-served',
  level: 'error',
  judges: 'targetGroup',
  property: 'HealthCheckPort',
  title: 'Health is checked on the port that requests go to, or on another one that a container maps.',
  why: 'Nobody answers on the port, so that every task counts as unhealthy and ECS replaces them for ever.',
  fix: 'Leave port of healthCheck on the target group out, as HardenedFargateService does, or add the port to '
    + 'portMappings of the container that answers there.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  prevents: ['health/elb-wrong-port'],
  breaks: { healthCheckPort: 9999 },
  holds: ({ healthCheckPort: port, containerPort }, { task }) => {
    if (!isKnown(port) || !isKnown(containerPort)) return UNKNOWN;
    if (port === undefined || port === containerPort) return true;
    return isServed(task, port) === false ? { seen: `the health check goes to port ${port}, which no container maps` } : true;
  },
};
