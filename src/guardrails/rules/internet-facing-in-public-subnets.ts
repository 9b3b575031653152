import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { SubnetFacts } from '../../facts/model/network';
import type { LoadBalancerRule } from '../model/rule';

export const internetFacingInPublicSubnets: LoadBalancerRule = {
  id: 'internet-facing-in-public-subnets',
  class: 'cannot serve',
  judges: 'loadBalancer',
  property: 'Subnets',
  reads: ['targetGroups.listeners.loadBalancer.scheme', 'targetGroups.listeners.loadBalancer.subnets'],
  title: 'An internet-facing load balancer should be in subnets with a route to an internet gateway.',
  why: 'Without the route, responses do not reach clients on the internet, and every request times out.',
  fix: 'Set vpcSubnets of the load balancer to { subnetType: ec2.SubnetType.PUBLIC }. '
    + 'HardenedFargateService uses public subnets by default; remove the override.',
  see: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones'],
  prevents: [],
  breaks: { subnets: { routes: [{ destination: '10.0.0.0/16', target: 'nat-gateway' }] } },
  holds: ({ scheme, subnets }) => {
    if (!isKnown(scheme) || !isKnown(subnets)) return UNKNOWN;
    if (scheme !== 'internet-facing') return true;
    const closed = subnets.filter(isPrivate).map(({ id }) => id);
    if (closed.length === 0) return subnets.every(({ routes }) => isKnown(routes)) || UNKNOWN;
    return { seen: `the load balancer is internet-facing, but ${closed.join(' and ')} has no route to an internet gateway` };
  },
};

/** What lies behind a firewall or an appliance is unknown. */
const isPrivate = ({ routes }: SubnetFacts): boolean =>
  isKnown(routes) && routes.every(({ target }) => target === 'nat-gateway' || target === 'egress-only-gateway');
