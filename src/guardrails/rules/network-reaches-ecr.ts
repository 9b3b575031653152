import type { ServiceRule } from '../model/rule';
import { endpointsBut } from '../reachability/endpoints-but';
import { hasWay } from '../reachability/survey';

export const networkReachesEcr: ServiceRule = {
  id: 'network-reaches-ecr',
  level: 'error',
  judges: 'service',
  property: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  title: 'From every task subnet the tasks reach ECR, and S3, where ECR keeps the layers of images.',
  why: 'Fargate pulls images through the network of the task; where there is no way, no task ever starts.',
  fix: 'For HardenedFargateService leave vpcEndpoints out or set it to VpcEndpoints.PROVISION; for other services call '
    + 'vpc.addInterfaceEndpoint for ECR and ECR_DOCKER and vpc.addGatewayEndpoint for S3, or place the tasks in subnets with a '
    + 'route to a NAT gateway, and let their security groups call port 443; an image of another Region needs the NAT gateway, '
    + 'or a replica in the Region of the service.',
  see: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html'],
  prevents: ['pull/network', 'init/network'],
  breaks: { network: { vpc: { endpoints: endpointsBut('ecr.api') }, subnets: { routes: [] } } },
  holds: service => hasWay(service, 'ecr'),
};
