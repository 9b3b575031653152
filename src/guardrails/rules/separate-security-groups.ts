import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';
import { loadBalancersOf } from '../predicates/load-balancers-of';

export const separateSecurityGroups: ServiceRule = {
  id: 'separate-security-groups',
  class: 'weakens',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups',
  reads: ['network.securityGroups', 'targetGroups.listeners.loadBalancer.securityGroups'],
  title: 'The tasks should not share a security group with their load balancer.',
  why: 'A rule that allows clients to connect to the load balancer then also allows them to connect to the tasks directly.',
  fix: 'Give the service its own security group, and call service.connections.allowFrom(loadBalancer, ec2.Port.tcp(…)). '
    + 'HardenedFargateService creates one; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html'],
  prevents: [],
  breaks: {
    network: {
      securityGroups: [
        {
          id: 'Shop/TaskGroup',
          ingress: [{ protocol: 'tcp', fromPort: 8080, toPort: 8080, peer: 'Shop/LoadBalancerGroup' }],
          egress: [{ protocol: '-1', fromPort: undefined, toPort: undefined, peer: '0.0.0.0/0' }],
        },
        { id: 'Shop/LoadBalancerGroup', ingress: [], egress: [] },
      ],
    },
  },
  holds: service => {
    const { network } = service;
    if (!isKnown(network) || !isKnown(network.securityGroups)) return UNKNOWN;
    const ofLoadBalancers = groupsOfLoadBalancers(service);
    const shared = network.securityGroups.map(({ id }) => id).filter(id => ofLoadBalancers.includes(id));
    return shared.length > 0 ? { seen: `the tasks and the load balancer both use ${shared.join(' and ')}` } : UNKNOWN;
  },
};

const groupsOfLoadBalancers = (service: ServiceFacts): readonly string[] => loadBalancersOf(service)
  .flatMap(({ securityGroups = [] }) => isKnown(securityGroups) ? securityGroups : [])
  .map(({ id }) => id);
