import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const noPublicIp: ServiceRule = {
  id: 'no-public-ip',
  class: 'weakens',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
  reads: ['network.assignPublicIp'],
  title: 'Tasks should have no public IP address.',
  why: 'A public IP address bypasses the load balancer. One permissive security group rule then exposes the task to the internet.',
  fix: 'Remove assignPublicIp, and set vpcSubnets to private or isolated subnets. '
    + 'HardenedFargateService does this by default; remove the override.',
  see: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2'],
  prevents: [],
  breaks: { network: { assignPublicIp: true } },
  holds: ({ network }) => {
    if (!isKnown(network) || !isKnown(network.assignPublicIp)) return UNKNOWN;
    return !network.assignPublicIp || { seen: 'AssignPublicIp is ENABLED' };
  },
};
