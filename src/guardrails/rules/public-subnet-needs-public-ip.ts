import type { ServiceRule } from '../model/rule';
import { unhindered } from '../reachability/survey';

export const publicSubnetNeedsPublicIp: ServiceRule = {
  id: 'public-subnet-needs-public-ip',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'Tasks without a public IP address are not left with an internet gateway as their only way to what they need.',
  why: 'An internet gateway lets only public addresses through; without one a task in a public subnet '
    + 'cannot pull its image, and never starts.',
  fix: 'Set vpcSubnets to private subnets with a route to a NAT gateway, or give the VPC endpoints for what the finding names; '
    + 'HardenedFargateService chooses such subnets by itself.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html'],
  prevents: ['pull/network'],
  breaks: { network: { vpc: { endpoints: [] }, subnets: { routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }] } } },
  holds: service => unhindered(service, { blame: 'address' }),
};
