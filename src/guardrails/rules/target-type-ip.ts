import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';

export const targetTypeIp: TargetGroupRule = {
  id: 'target-type-ip',
  class: 'refused',
  judges: 'targetGroup',
  property: 'TargetType',
  reads: ['targetGroups.targetType'],
  title: 'The target groups of the service should have the target type ip.',
  why: 'A Fargate task has its own IP address and no instance. ECS rejects a service if its target group expects instances.',
  fix: 'Set targetType: elbv2.TargetType.IP on the target group. HardenedFargateService sets this on the target group that it creates.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html'],
  prevents: ['health/elb'],
  breaks: { targetType: 'instance' },
  holds: ({ targetType }) => {
    if (!isKnown(targetType)) return UNKNOWN;
    return targetType === 'ip' || { seen: `the target type is '${targetType ?? 'instance'}'` };
  },
};
