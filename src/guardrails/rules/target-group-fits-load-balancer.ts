import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ListenerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { TargetGroupRule, Violation } from '../model/rule';

/** What Elastic Load Balancing answers to the first: https://github.com/hashicorp/terraform-provider-aws/issues/22005. */
const ONE = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html';
const PROTOCOLS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html';
const LISTENERS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html';

export const targetGroupFitsLoadBalancer: TargetGroupRule = {
  id: 'target-group-fits-load-balancer',
  class: 'refused',
  judges: 'targetGroup',
  property: '',
  reads: ['targetGroups.listeners.loadBalancer.type', 'targetGroups.listeners.protocol', 'targetGroups.protocol'],
  title: 'Each target group should have one load balancer that supports its protocol.',
  why: 'Elastic Load Balancing rejects a target group of another load balancer. '
    + 'It also rejects a protocol that this type of load balancer does not support.',
  fix: 'Call addTargets on the listener of each load balancer, which creates a target group with a supported protocol. '
    + 'HardenedFargateService does the same; remove the override.',
  see: [ONE, PROTOCOLS, LISTENERS],
  prevents: [],
  breaks: { protocol: 'TCP' },
  holds: group => {
    if (!isKnown(group.listeners)) return UNKNOWN;
    const owners = [...new Set(group.listeners.map(({ loadBalancer }) => loadBalancer).filter(isKnown).map(({ at }) => at.path))];
    if (owners.length > 1) return { seen: `listeners of ${owners.join(' and ')} forward to the target group`, see: [ONE] };
    return group.listeners.flatMap(listener => unfit(group, listener))[0] ?? UNKNOWN;
  },
};

/** The protocols of target groups of tasks, by the type of their load balancer. */
const OF_TYPE: Readonly<Record<string, readonly string[] | undefined>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
};

/** A listener for two protocols on one port forwards to target groups for both only. */
const FOR_BOTH: readonly string[] = ['TCP_UDP', 'TCP_QUIC'];

function unfit({ protocol }: TargetGroupFacts, listener: ListenerFacts): readonly Violation[] {
  if (typeof protocol !== 'string' || protocol.includes('${')) return [];
  const type = isKnown(listener.loadBalancer) ? listener.loadBalancer.type : UNKNOWN;
  if (isKnown(type) && OF_TYPE[type]?.includes(protocol) === false) {
    return [{ seen: `the protocol is ${protocol}, but the load balancer is of type ${type}`, see: [PROTOCOLS] }];
  }
  return FOR_BOTH.some(both => both === listener.protocol && both !== protocol)
    ? [{ seen: `the protocol is ${protocol}, but the listener has ${String(listener.protocol)}`, see: [LISTENERS] }]
    : [];
}
