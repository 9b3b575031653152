import type { ServiceRule } from '../model/rule';
import { unhindered } from '../reachability/survey';

export const endpointAdmitsTasks: ServiceRule = {
  id: 'endpoint-admits-tasks',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'Every endpoint that the tasks need admits them: by its security groups, by its name and by its policy.',
  why: 'An endpoint takes over all traffic of its VPC to a service; one that refuses the tasks shuts them off, even '
    + 'where a NAT gateway would lead them there.',
  fix: 'Call endpoint.connections.allowDefaultPortFrom with the FargateService or with the service of '
    + 'HardenedFargateService, set privateDnsEnabled to true, and allow in the policy what the finding names; image layers '
    + 'come from the bucket prod-<region>-starport-layer-bucket.',
  see: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  ],
  prevents: ['pull/network', 'pull/s3-endpoint-policy', 'init/network'],
  breaks: { network: { vpc: { endpoints: { securityGroups: { ingress: [] } } } } },
  holds: service => unhindered(service, { blame: 'endpoint' }),
};
