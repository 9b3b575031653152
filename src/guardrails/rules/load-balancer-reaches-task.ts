import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
import type { NetworkFacts } from '../../facts/model/network';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';
import { isServed } from '../predicates/served-port';
import { callsTo, refusals } from '../reachability/from-load-balancer';

export const loadBalancerReachesTask: ServiceRule = {
  id: 'load-balancer-reaches-task',
  class: 'cannot serve',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  reads: [
    'network.securityGroups',
    'network.vpc',
    'targetGroups.containerPort',
    'targetGroups.healthCheckPort',
    'targetGroups.listeners.loadBalancer.securityGroups',
    'targetGroups.preservesClientIp',
    'targetGroups.protocol',
    'task.containers.portMappings',
  ],
  title: 'Security groups should allow requests and health checks from the load balancer to the tasks.',
  why: 'If a security group blocks them, every health check times out. No task becomes healthy, and the deployment fails.',
  fix: 'Call service.connections.allowFrom(loadBalancer, ec2.Port.tcp(…)) for the container port and the health check port. '
    + 'For a network load balancer without security groups, allow ec2.Peer.ipv4(vpc.vpcCidrBlock). '
    + 'HardenedFargateService does this for the load balancer that it creates.',
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  ],
  prevents: ['health/elb-timeout'],
  breaks: { network: { securityGroups: { ingress: [] } } },
  holds: service => {
    const { targetGroups, network } = service;
    if (!isKnown(targetGroups) || !isKnown(network)) return UNKNOWN;
    const refused = [...new Set(targetGroups.flatMap(group => refusedBy(group, network, service)))];
    return refused.length === 0 || { seen: refused.join('; ') };
  },
};

function refusedBy(group: TargetGroupFacts, network: NetworkFacts, service: ServiceFacts): readonly string[] {
  const loadBalancers = (isKnown(group.listeners) ? group.listeners : []).map(({ loadBalancer }) => loadBalancer).filter(isKnown);
  const calls = callsTo(group).filter(({ port }) => isJudgedHere(port, group, service));
  return loadBalancers.flatMap(loadBalancer => calls.flatMap(call => refusals(loadBalancer, network, call)));
}

/** A port that no container maps is the fault of another rule, and so may be one for health checks alone. */
function isJudgedHere(port: number, { containerPort }: TargetGroupFacts, { task }: ServiceFacts): boolean {
  const served = isServed(task, port);
  return port === containerPort ? served !== false : served === true;
}
