import type { ServiceRule } from '../model/rule';
import { unhindered, SURVEYED } from '../reachability/survey';

export const publicSubnetNeedsPublicIp: ServiceRule = {
  id: 'public-subnet-needs-public-ip',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Tasks without a public IP address should not depend on an internet gateway.',
  why: 'An internet gateway serves only public IP addresses. '
    + 'A task without one cannot pull its image through the gateway, and does not start.',
  fix: 'Set vpcSubnets to private subnets with a route to a NAT gateway, or add VPC endpoints for the services that the finding '
    + 'names. HardenedFargateService selects such subnets by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html'],
  prevents: ['pull/network', 'init/network', 'init/log-network'],
  breaks: { network: { vpc: { endpoints: [] }, subnets: { routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }] } } },
  holds: service => unhindered(service, { blame: 'address' }),
};
