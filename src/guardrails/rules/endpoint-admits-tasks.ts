import type { ServiceRule } from '../model/rule';
import { unhindered, SURVEYED } from '../reachability/survey';

export const endpointAdmitsTasks: ServiceRule = {
  id: 'endpoint-admits-tasks',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'VPC endpoints should accept requests from the tasks that use them.',
  why: 'A VPC endpoint receives all of the VPC\'s traffic to its service. If it rejects the tasks, a NAT gateway does not help.',
  fix: 'Call endpoint.connections.allowDefaultPortFrom with the FargateService or with the service of HardenedFargateService. '
    + 'Set privateDnsEnabled to true, and allow the actions that the finding names in the endpoint policy. '
    + 'Image layers come from the bucket prod-<region>-starport-layer-bucket.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  ],
  prevents: ['pull/network', 'pull/s3-endpoint-policy', 'init/network', 'init/log-network'],
  breaks: { network: { vpc: { endpoints: { securityGroups: { ingress: [] } } } } },
  holds: service => unhindered(service, { blame: 'endpoint' }),
};
