import type { ServiceRule } from '../model/rule';
import { ADD_ENDPOINTS } from '../reachability/add-endpoints';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay, SURVEYED } from '../reachability/survey';

export const networkReachesEcr: ServiceRule = {
  id: 'network-reaches-ecr',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to ECR and S3.',
  why: 'Fargate pulls images through the task\'s subnet, and image layers come from S3. Without this network path, no task starts.',
  fix: `${ADD_ENDPOINTS}Or use subnets with a route to a NAT gateway. Allow outbound TCP 443 in the task's security group. `
    + 'An image in another Region needs a NAT gateway, or a replica in the Region of the service.',
  see: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html'],
  prevents: ['pull/network', 'init/network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('ecr.api') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'ecr'),
};
