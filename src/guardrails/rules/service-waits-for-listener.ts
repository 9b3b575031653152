import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupFacts } from '../../facts/model/load-balancer';
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
  prevents: ['deploy/request-rejected'],
  breaks: { targetGroups: { awaited: false } },
  holds: ({ targetGroups }) => {
    if (!isKnown(targetGroups)) return UNKNOWN;
    const early = targetGroups.filter(({ awaited }) => awaited === false);
    if (early.length === 0) return true;
    const seen = `the service does not depend on a listener of ${early.map(({ at }) => at.path).join(', ')}`;
    return early.some(waitsForLoadBalancer) ? { seen } : { seen, class: 'hygiene' };
  },
};

/** A load balancer takes minutes to create; a rule on a listener that exists is there in seconds, before ECS asks for it as a rule. */
const waitsForLoadBalancer = ({ listeners }: TargetGroupFacts): boolean =>
  isKnown(listeners) && listeners.some(({ loadBalancer }) => isKnown(loadBalancer));
