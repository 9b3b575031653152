import { UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay } from '../reachability/survey';

export const networkReachesEnvFiles: ServiceRule = {
  id: 'network-reaches-env-files',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach S3 when their variables come from files there.',
  why: 'Fargate fetches environment files through the network of the task before a container starts; '
    + 'where there is no way, no task ever starts.',
  fix: 'For HardenedFargateService leave vpcEndpoints out or set it to VpcEndpoints.PROVISION; for other services call '
    + 'vpc.addGatewayEndpoint for S3, or place the tasks in subnets with a route to a NAT gateway.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
  prevents: ['init/env-file'],
  breaks: {
    network: { vpc: { endpoints: endpointsBut('s3') }, subnets: { routes: [] } },
    task: { containers: { image: { reference: 'registry.example.com/shop:1.2.3', registry: 'other' }, environmentFiles: [UNKNOWN] } },
  },
  holds: service => hasWay(service, 'env-files'),
};
