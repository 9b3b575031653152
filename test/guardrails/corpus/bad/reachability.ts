import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { BadConfiguration } from '../configuration';
import { layersOnly, readsSettings } from './settings-file';
import { execWorker, flagsFromParameterStore, imageOfPrivateRegistry, ISOLATED, tokenFromSecretsManager, WITH_FILES, withFilesIn, worker, WORKER } from './twins';
import { addEndpoint, addS3Gateway, type EndpointService, endpointVpc, isolatedVpc, natVpc, START_UP_SERVICES } from '../parts/network';
import { networkScopeOf } from '../parts/network-scope';
import { spoil, theOnly } from '../parts/spoil';
import { loggingIn } from '../parts/task';

/** A VPC that lacks one of the endpoints that a start needs. */
function vpcWithout(missing: EndpointService, scope: Stack): ec2.Vpc {
  const vpc = isolatedVpc(scope);
  for (const service of START_UP_SERVICES.filter(name => name !== missing)) addEndpoint(vpc, service);
  addS3Gateway(vpc);
  return vpc;
}

const ireland = (stack: Stack): Stack => new Stack(stack, 'Ireland', { env: { account: '111122223333', region: 'eu-west-1' } });

/** A worker of Ireland in isolated subnets, with an image in a repository of some Region. */
const imageOf = (region: string) => (stack: Stack): void => worker(here => {
  const repository = ecr.Repository.fromRepositoryArn(here, 'Shared', `arn:aws:ecr:${region}:444455556666:repository/worker`);
  return { vpc: endpointVpc(here), container: { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') } };
})(ireland(stack));

/** A worker of Ireland in isolated subnets, with a log group in some Region. */
const logsIn = (region: string) => (stack: Stack): void =>
  worker(here => ({ vpc: endpointVpc(here), container: { logging: loggingIn(here, region) } }))(ireland(stack));

const imageOfParameter = (scope: Stack) => ecs.ContainerImage.fromRegistry(new CfnParameter(scope, 'Image').valueAsString);

const startUpEndpoints = (vpc: ec2.Vpc) => START_UP_SERVICES.map(service => addEndpoint(vpc, service));

/** Tasks that cannot reach what they need before their first instruction. */
export const REACHABILITY: readonly BadConfiguration[] = [
  {
    sentence: 'isolated subnets without VPC endpoints',
    foundBy: ['network-reaches-ecr'],
    twin: ISOLATED,
    declare: worker(stack => ({ vpc: isolatedVpc(stack) })),
  },
  {
    sentence: 'isolated subnets without a VPC endpoint for the ECR API',
    foundBy: ['network-reaches-ecr'],
    twin: ISOLATED,
    declare: worker(stack => ({ vpc: vpcWithout('ecr.api', stack) })),
  },
  {
    sentence: 'isolated subnets without an S3 gateway endpoint for image layers',
    foundBy: ['network-reaches-ecr'],
    twin: ISOLATED,
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      startUpEndpoints(vpc);
      return { vpc };
    }),
  },
  {
    sentence: 'an S3 gateway endpoint in the route table of only one of two subnets',
    foundBy: ['network-reaches-ecr'],
    twin: ISOLATED,
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      startUpEndpoints(vpc);
      addS3Gateway(vpc, { subnets: [{ subnets: vpc.isolatedSubnets.slice(0, 1) }] });
      return { vpc };
    }),
  },
  {
    sentence: 'a private subnet without a route to the NAT gateway',
    foundBy: ['network-reaches-ecr'],
    ...spoil(WORKER, stack => void networkScopeOf(stack).node.findChild('Vpc').node.findChild('PrivateSubnet2').node.tryRemoveChild('DefaultRoute')),
  },
  {
    sentence: 'a NAT gateway in a subnet without a route to the internet gateway',
    foundBy: ['network-reaches-ecr'],
    ...spoil(WORKER, stack => {
      for (const subnet of networkScopeOf(stack).node.findChild('Vpc').node.children.filter(({ node }) => node.id.startsWith('PublicSubnet'))) {
        (subnet.node.findChild('DefaultRoute') as ec2.CfnRoute).addPropertyOverride('DestinationCidrBlock', '192.168.0.0/16');
      }
    }),
  },
  {
    sentence: 'a network ACL of the NAT gateway\'s subnets that does not allow inbound response traffic',
    foundBy: ['network-reaches-ecr'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = natVpc(stack);
      const acl = new ec2.NetworkAcl(stack, 'Acl', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PUBLIC } });
      const [cidr, traffic] = [ec2.AclCidr.anyIpv4(), ec2.AclTraffic.tcpPort(443)];
      acl.addEntry('In', { ruleNumber: 100, direction: ec2.TrafficDirection.INGRESS, cidr, traffic });
      acl.addEntry('Out', { ruleNumber: 100, direction: ec2.TrafficDirection.EGRESS, cidr, traffic: ec2.AclTraffic.allTraffic() });
      return { vpc };
    }),
  },
  {
    sentence: 'an image from the IPv4 endpoint of ECR in subnets with outbound access over IPv6 only',
    foundBy: ['network-reaches-ecr'],
    twin: WORKER,
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      const gateway = new ec2.CfnEgressOnlyInternetGateway(stack, 'EgressOnly', { vpcId: vpc.vpcId });
      vpc.isolatedSubnets.forEach(({ routeTable }, index) => new ec2.CfnRoute(stack, `Out${index}`, {
        routeTableId: routeTable.routeTableId, destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: gateway.attrId,
      }));
      return { vpc };
    }),
  },
  {
    sentence: 'an ECR image in another Region for isolated subnets whose VPC endpoints serve only their own Region',
    foundBy: ['network-reaches-ecr'],
    twin: imageOf('eu-west-1'),
    declare: imageOf('us-east-1'),
  },
  {
    sentence: 'an image from the GitHub Container Registry in isolated subnets',
    foundBy: ['network-reaches-registry'],
    twin: ISOLATED,
    declare: worker(stack => ({ vpc: endpointVpc(stack), container: { image: ecs.ContainerImage.fromRegistry('ghcr.io/shop/worker:1.4.2') } })),
  },
  {
    sentence: 'an image from Amazon ECR Public in isolated subnets, where the VPC endpoints serve only private repositories',
    foundBy: ['network-reaches-registry'],
    twin: ISOLATED,
    declare: worker(stack => ({ vpc: endpointVpc(stack), container: { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') } })),
  },
  {
    sentence: 'a log group in another Region for isolated subnets whose VPC endpoints serve only their own Region',
    foundBy: ['network-reaches-logs'],
    twin: logsIn('eu-west-1'),
    declare: logsIn('us-east-1'),
  },
  {
    sentence: 'isolated subnets without a VPC endpoint for CloudWatch Logs',
    foundBy: ['network-reaches-logs'],
    twin: ISOLATED,
    declare: worker(stack => ({ vpc: vpcWithout('logs', stack) })),
  },
  {
    sentence: 'a secret in isolated subnets without a VPC endpoint for Secrets Manager',
    foundBy: ['network-reaches-secrets'],
    twin: worker(stack => ({ vpc: endpointVpc(stack, ['secretsmanager']), container: tokenFromSecretsManager(stack) })),
    declare: worker(stack => ({ vpc: endpointVpc(stack), container: tokenFromSecretsManager(stack) })),
  },
  {
    sentence: 'registry credentials in isolated subnets without a VPC endpoint for Secrets Manager',
    foundBy: ['network-reaches-secrets'],
    twin: worker(stack => ({ vpc: endpointVpc(stack, ['secretsmanager']), container: imageOfPrivateRegistry(stack) })),
    declare: worker(stack => ({ vpc: endpointVpc(stack), container: imageOfPrivateRegistry(stack) })),
  },
  {
    sentence: 'an SSM parameter in isolated subnets without a VPC endpoint for SSM',
    foundBy: ['network-reaches-secrets'],
    twin: worker(stack => ({ vpc: endpointVpc(stack, ['ssm']), container: flagsFromParameterStore(stack) })),
    declare: worker(stack => ({ vpc: endpointVpc(stack, ['secretsmanager']), container: flagsFromParameterStore(stack) })),
  },
  {
    sentence: 'ECS Exec in isolated subnets without a VPC endpoint for ssmmessages',
    foundBy: ['network-reaches-exec'],
    twin: execWorker(stack => endpointVpc(stack, ['ssmmessages', 'kms'])),
    declare: execWorker(stack => endpointVpc(stack, ['kms'])),
  },
  {
    sentence: 'ECS Exec sessions encrypted with a KMS key in isolated subnets without a VPC endpoint for KMS',
    foundBy: ['network-reaches-exec'],
    twin: execWorker(stack => endpointVpc(stack, ['ssmmessages', 'kms'])),
    declare: execWorker(stack => endpointVpc(stack, ['ssmmessages'])),
  },
  {
    sentence: 'an EFS file system without a mount target in one Availability Zone of the tasks',
    foundBy: ['network-reaches-efs'],
    twin: WITH_FILES,
    declare: withFilesIn(({ privateSubnets: [first] }) => ({ subnets: [first] })),
  },
  {
    sentence: 'an EFS security group that does not allow inbound NFS traffic from the tasks',
    foundBy: ['network-reaches-efs'],
    ...spoil(WITH_FILES, stack => {
      const ingress = theOnly(stack, 'AWS::EC2::SecurityGroupIngress');
      ingress.addPropertyOverride('FromPort', 2048);
      ingress.addPropertyOverride('ToPort', 2048);
    }),
  },
  {
    sentence: 'an environment file in S3 for subnets without a network path to S3',
    foundBy: ['network-reaches-env-files'],
    twin: worker(stack => ({ vpc: endpointVpc(stack), ...readsSettings(stack, imageOfParameter(stack)) })),
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      startUpEndpoints(vpc);
      return { vpc, ...readsSettings(stack, imageOfParameter(stack)) };
    }),
  },
  {
    sentence: 'an S3 gateway endpoint whose policy allows image layers but not the environment file',
    foundBy: ['endpoint-admits-tasks'],
    twin: worker(stack => ({ vpc: endpointVpc(stack), ...readsSettings(stack) })),
    declare: worker(stack => {
      const vpc = isolatedVpc(stack);
      startUpEndpoints(vpc);
      addS3Gateway(vpc).addToPolicy(layersOnly(stack));
      return { vpc, ...readsSettings(stack) };
    }),
  },
];
