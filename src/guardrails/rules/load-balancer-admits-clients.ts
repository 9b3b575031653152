import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ListenerFacts, LoadBalancerFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';
import { groupBy } from '../../group-by';
import type { ServiceRule } from '../model/rule';
import { listenersOf } from '../predicates/load-balancers-of';
import { admitsAnyone, type Traffic } from '../reachability/firewall';

export const loadBalancerAdmitsClients: ServiceRule = {
  id: 'load-balancer-admits-clients',
  class: 'cannot serve',
  judges: 'service',
  property: 'LoadBalancers',
  reads: [
    'targetGroups.listeners.loadBalancer.scheme',
    'targetGroups.listeners.loadBalancer.securityGroups',
    'targetGroups.listeners.port',
    'targetGroups.listeners.protocol',
    'targetGroups.otherListeners',
  ],
  title: 'The security groups of the load balancer should allow inbound traffic on the listener port.',
  why: 'If no rule allows the port of a listener, every request to the load balancer times out.',
  fix: 'Call listener.connections.allowDefaultPortFromAnyIpv4() or allowFrom(…), or use open: true on the listener. '
    + 'HardenedFargateService adds the rule; remove the override.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html'],
  prevents: [],
  breaks: {
    targetGroups: {
      listeners: { loadBalancer: { securityGroups: { ingress: [{ protocol: 'tcp', fromPort: 80, toPort: 80, peer: '0.0.0.0/0' }] } } },
    },
  },
  holds: service => {
    if (!areAllKnown(service)) return UNKNOWN;
    const closed = frontsOf(service).filter(([, listeners]) => listeners.every(isClosed));
    const seen = closed.map(([{ at }, listeners]) =>
      `no security group of ${at.path} allows inbound traffic on port ${portsOf(listeners)}`);
    return seen.length > 0 ? { seen: seen.join('; ') } : UNKNOWN;
  },
};

/** A listener that nobody knows may be the open one of its load balancer. */
const areAllKnown = ({ targetGroups }: ServiceFacts): boolean => isKnown(targetGroups) && targetGroups.every(group =>
  group.otherListeners === false && isKnown(group.listeners) && group.listeners.every(({ loadBalancer }) => isKnown(loadBalancer)));

/** Each load balancer with its listeners that forward to the service. */
const frontsOf = (service: ServiceFacts): readonly (readonly [LoadBalancerFacts, readonly ListenerFacts[]])[] =>
  [...groupBy(new Set(listenersOf(service)), ({ loadBalancer }) => loadBalancer)]
    .flatMap(([loadBalancer, listeners]) => isKnown(loadBalancer) ? [[loadBalancer, listeners] as const] : []);

function isClosed({ loadBalancer, port, protocol }: ListenerFacts): boolean {
  if (!isKnown(loadBalancer) || typeof port !== 'number' || !isKnown(protocol)) return false;
  const { scheme, securityGroups } = loadBalancer;
  if (securityGroups === undefined || !isKnown(securityGroups)) return false;
  // What CloudFront or a peer calls an internal load balancer through is often allowed later, by hand.
  const isEmpty = securityGroups.every(({ ingress }) => isKnown(ingress) && ingress.length === 0);
  if (isEmpty && scheme !== 'internet-facing') return false;
  return transportsOf(protocol).every(transport => admitsAnyone({ securityGroups }, { protocol: transport, port }) === false);
}

const transportsOf = (protocol: string | undefined): readonly Traffic['protocol'][] =>
  protocol?.includes('UDP') || protocol?.includes('QUIC') ? ['tcp', 'udp'] : ['tcp'];

const portsOf = (listeners: readonly ListenerFacts[]): string => listeners.map(({ port }) => String(port)).join(' or ');
