import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TargetGroupRule } from '../model/rule';

export const targetTypeIp: TargetGroupRule = {
  id: 'target-type-ip',
  level: 'error',
  judges: 'targetGroup',
  property: 'TargetType',
  title: 'Every target group of the service takes IP addresses as targets.',
  why: 'A Fargate task has an address of its own and no instance, so that ECS refuses a service whose target group expects instances.',
  fix: 'Let HardenedFargateService make the target group, or set targetType: elbv2.TargetType.IP on the target group.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html'],
  prevents: ['health/elb'],
  breaks: { targetType: 'instance' },
  holds: ({ targetType }) => {
    if (!isKnown(targetType)) return UNKNOWN;
    return targetType === 'ip' || { seen: `the target type is '${targetType ?? 'instance'}'` };
  },
};
