import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const serviceWaitsForListener: ServiceRule = {
  id: 'service-waits-for-listener',
  class: 'refused',
  judges: 'service',
  property: 'LoadBalancers',
  reads: ['targetGroups.awaited'],
  title: 'The service should depend on the listener or the listener rule that forwards to it.',
  why: 'ECS rejects a service if its target group has no load balancer yet. '
    + 'Without a dependency, CloudFormation can create the service first.',
  fix: 'Call service.node.addDependency(listener), or add the service as a target of the listener. '
    + 'HardenedFargateService does this by default; remove the override of DependsOn.',
  see: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  ],
  prevents: [],
  breaks: { targetGroups: { awaited: false } },
  holds: ({ targetGroups }) => {
    if (!isKnown(targetGroups)) return UNKNOWN;
    const early = targetGroups.filter(({ awaited }) => awaited === false).map(({ at }) => at.path);
    return early.length === 0 || { seen: `the service does not depend on a listener of ${early.join(', ')}` };
  },
};
