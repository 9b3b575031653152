import type { ServiceRule } from '../model/rule';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay } from '../reachability/survey';

export const networkReachesSecrets: ServiceRule = {
  id: 'network-reaches-secrets',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach Secrets Manager and the parameter store when their secrets are there.',
  why: 'Fargate fetches secrets through the network of the task before a container starts; where there is no way, no task ever starts.',
  fix: 'For HardenedFargateService leave vpcEndpoints out or set it to VpcEndpoints.PROVISION; for other services call '
    + 'vpc.addInterfaceEndpoint for SECRETS_MANAGER or SSM, or place the tasks in subnets with a route to a NAT gateway, and '
    + 'let their security groups call port 443.',
  see: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html',
  ],
  prevents: ['init/network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('secretsmanager') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'secrets'),
};
