import type { ServiceRule } from '../model/rule';
import { ADD_ENDPOINTS } from '../reachability/add-endpoints';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay, SURVEYED } from '../reachability/survey';

export const networkReachesSecrets: ServiceRule = {
  id: 'network-reaches-secrets',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to the task\'s secrets and parameters.',
  why: 'Fargate reads secrets through the task\'s subnet before a container starts. Without this network path, no task starts.',
  fix: `${ADD_ENDPOINTS}Or use subnets with a route to a NAT gateway. `
    + 'Allow outbound TCP 443 in the task\'s security group.',
  see: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],
  prevents: ['init/network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('secretsmanager') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'secrets'),
};
