import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';
import { isServed } from '../predicates/served-port';

export const healthCheckPortServed: TargetGroupRule = {
  id: 'health-check-port-served',
  class: 'weakens',
  judges: 'targetGroup',
  property: 'HealthCheckPort',
  reads: ['targetGroups.containerPort', 'targetGroups.healthCheckPort', 'task.containers.portMappings'],
  title: 'The load balancer should check health on the traffic port or another mapped port.',
  why: 'If no container listens on the health check port, every task is unhealthy. ECS then keeps replacing tasks.',
  fix: 'Remove port of healthCheck on the target group, as HardenedFargateService does. '
    + 'Or add the port to portMappings of the container that listens on it, and allow it with service.connections.allowFrom.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  prevents: ['health/elb-wrong-port'],
  breaks: { healthCheckPort: 9999 },
  holds: ({ healthCheckPort: port, containerPort }, { task }) => {
    if (!isKnown(port) || !isKnown(containerPort)) return UNKNOWN;
    if (port === undefined || port === containerPort) return true;
    return isServed(task, port) === false ? { seen: `the health check port is ${port}, but no container maps it` } : true;
  },
};
