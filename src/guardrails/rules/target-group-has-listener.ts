import { UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';

export const targetGroupHasListener: TargetGroupRule = {
  id: 'target-group-has-listener',
  class: 'refused',
  judges: 'targetGroup',
  property: '',
  reads: ['targetGroups.forwarded'],
  title: 'A listener should forward requests to each target group of the service.',
  why: 'ECS rejects a service whose target group is not associated with a load balancer, and CloudFormation rolls back the stack.',
  fix: 'Add the target group to a listener with listener.addTargetGroups or an elbv2.ApplicationListenerRule. '
    + 'HardenedFargateService with loadBalancing creates both.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html',
  ],
  prevents: ['deploy/request-rejected'],
  breaks: { forwarded: false },
  holds: ({ at, forwarded }) => {
    if (forwarded !== false) return forwarded === true || UNKNOWN;
    return { seen: `no listener and no listener rule forwards to ${at.path}` };
  },
};
