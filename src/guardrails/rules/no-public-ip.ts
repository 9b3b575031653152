import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const noPublicIp: ServiceRule = {
  id: 'no-public-ip',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
  title: 'Tasks have no public IP address.',
  why: 'A task with a public address can be called from the whole internet, past the load balancer; one careless '
    + 'security group rule is then enough to expose it.',
  fix: 'Leave assignPublicIp out and set vpcSubnets to private or isolated subnets; HardenedFargateService does so by itself.',
  see: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2'],
  prevents: [],
  breaks: { network: { assignPublicIp: true } },
  holds: ({ network }) => isKnown(network) && isKnown(network.assignPublicIp) ? !network.assignPublicIp : UNKNOWN,
};
