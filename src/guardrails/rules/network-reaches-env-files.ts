import { UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { ADD_ENDPOINTS } from '../reachability/add-endpoints';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay, SURVEYED } from '../reachability/survey';

export const networkReachesEnvFiles: ServiceRule = {
  id: 'network-reaches-env-files',
  class: 'cannot start',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  reads: SURVEYED,
  title: 'Every task subnet should have a network path to S3 for environment files.',
  why: 'Fargate downloads environment files through the task\'s subnet before a container starts. '
    + 'Without this network path, no task starts.',
  fix: `${ADD_ENDPOINTS}Or use subnets with a route to a NAT gateway.`,
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
  prevents: ['init/env-file'],
  breaks: {
    network: { vpc: { endpoints: endpointsBut('s3') }, subnets: { routes: [] } },
    task: { containers: { image: { reference: 'registry.example.com/shop:1.2.3', registry: 'other' }, environmentFiles: [UNKNOWN] } },
  },
  holds: service => hasWay(service, 'env-files'),
};
