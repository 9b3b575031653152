import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { networkScopeOf } from './network-scope';

/** Public and private subnets in two zones; the private ones reach the internet through a NAT gateway. */
export const natVpc = (scope: Construct, props: ec2.VpcProps = {}): ec2.Vpc => new ec2.Vpc(networkScopeOf(scope), 'Vpc', { maxAzs: 2, natGateways: 1, ...props });

/** Isolated subnets in two zones, without any endpoint. */
export function isolatedVpc(scope: Construct, props: ec2.VpcProps = {}): ec2.Vpc {
  return new ec2.Vpc(networkScopeOf(scope), 'Vpc', {
    maxAzs: 2,
    natGateways: 0,
    subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 24 }],
    ...props,
  });
}

/** What a task in isolated subnets needs to pull from ECR and to log. */
export const START_UP_SERVICES = ['ecr.api', 'ecr.dkr', 'logs'] as const;

/** The last part of the name of an AWS service that has interface endpoints. */
export type EndpointService = typeof START_UP_SERVICES[number] | 'secretsmanager' | 'ssm' | 'ssmmessages' | 'kms' | 'sqs' | 'elasticfilesystem';

/** Adds one interface endpoint, in the subnets and with the security group that the CDK chooses. */
export const addEndpoint = (
  vpc: ec2.Vpc, service: EndpointService, options: Partial<ec2.InterfaceVpcEndpointOptions> = {},
): ec2.InterfaceVpcEndpoint => vpc.addInterfaceEndpoint(service, { service: new ec2.InterfaceVpcEndpointAwsService(service), ...options });

const GATEWAYS = { s3: ec2.GatewayVpcEndpointAwsService.S3, dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB };

/** Adds a gateway endpoint for one of the two services that have them. */
export const addGateway = (
  vpc: ec2.Vpc, service: keyof typeof GATEWAYS, options: Partial<ec2.GatewayVpcEndpointOptions> = {},
): ec2.GatewayVpcEndpoint => vpc.addGatewayEndpoint(service, { service: GATEWAYS[service], ...options });

/** Adds the gateway through which image layers come. */
export const addS3Gateway = (vpc: ec2.Vpc, options: Partial<ec2.GatewayVpcEndpointOptions> = {}): ec2.GatewayVpcEndpoint =>
  addGateway(vpc, 's3', options);

/** Isolated subnets with the endpoints that a start from ECR needs, and more on request. */
export function endpointVpc(scope: Construct, more: readonly EndpointService[] = []): ec2.Vpc {
  const vpc = isolatedVpc(scope);
  for (const service of [...START_UP_SERVICES, ...more]) addEndpoint(vpc, service);
  addS3Gateway(vpc);
  return vpc;
}
