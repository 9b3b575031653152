import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const serviceWaitsForListener: ServiceRule = {
  id: 'service-waits-for-listener',
  level: 'error',
  judges: 'service',
  property: 'LoadBalancers',
  title: 'The service is made after the listener, or the rule of a listener, that forwards requests to it.',
  why: 'ECS refuses a service whose target group has no load balancer yet, and CloudFormation makes '
    + 'the two in any order that it is not told.',
  fix: 'Call service.node.addDependency(listener), or let the listener add the service as a target, or let HardenedFargateService '
    + 'make both; remove what overrides DependsOn.',
  see: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  ],
  prevents: [],
  breaks: { targetGroups: { awaited: false } },
  holds: ({ targetGroups }) => {
    if (!isKnown(targetGroups)) return UNKNOWN;
    const early = targetGroups.filter(({ awaited }) => awaited === false).map(({ at }) => at.path);
    return early.length === 0 || { seen: `it does not wait for what forwards to ${early.join(', ')}` };
  },
};
