import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { SubnetFacts } from '../../facts/model/network';
import type { ServiceRule } from '../model/rule';
import { loadBalancersOf } from '../predicates/load-balancers-of';
import { isSameZone } from '../reachability/zone';

export const loadBalancerCoversZones: ServiceRule = {
  id: 'load-balancer-covers-zones',
  class: 'cannot serve',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: ['network.subnets', 'targetGroups.listeners.loadBalancer.subnets'],
  title: 'The load balancer should be enabled in each Availability Zone of the tasks.',
  why: 'A load balancer sends no requests to targets in an Availability Zone that is not enabled. '
    + 'Tasks there are never healthy, and ECS keeps replacing them.',
  fix: 'Add a subnet of the Availability Zone to vpcSubnets of the load balancer, or remove that subnet from vpcSubnets of the service. '
    + 'HardenedFargateService uses all Availability Zones of its vpc.',
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#availability-zones',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html',
  ],
  prevents: ['health/elb'],
  breaks: { targetGroups: { listeners: { loadBalancer: { subnets: { availabilityZone: 'eu-west-1a' } } } } },
  holds: service => {
    const { network } = service;
    if (!isKnown(network) || !isKnown(network.subnets)) return UNKNOWN;
    const tasks = network.subnets;
    const outside = [...new Set(loadBalancersOf(service))].flatMap(({ at, subnets }) => (isKnown(subnets) ? tasks : [])
      .filter(subnet => isKnown(subnets) && isOutside(subnet, subnets))
      .map(subnet => `${subnet.id} is in ${zoneOf(subnet)}, where ${at.path} is not enabled`));
    return outside.length > 0 ? { seen: outside.join('; ') } : UNKNOWN;
  },
};

const isOutside = (subnet: SubnetFacts, others: readonly SubnetFacts[]): boolean =>
  others.length > 0 && others.every(other => isSameZone(subnet.availabilityZone, other.availabilityZone) === false);

const zoneOf = ({ availabilityZone: zone }: SubnetFacts): string => typeof zone === 'string' ? zone : 'another Availability Zone';
