import type { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FollowedFix } from './followed-fix';
import { readsSettings } from '../corpus/bad/settings-file';
import { execWorker, flagsFromParameterStore, ISOLATED, tokenFromSecretsManager, WITH_FILES, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { addEndpoint, addS3Gateway, type EndpointService, endpointVpc, isolatedVpc, natVpc, START_UP_SERVICES } from '../corpus/parts/network';
import { networkScopeOf } from '../corpus/parts/network-scope';
import type { ServiceOptions } from '../corpus/parts/service';
import { override, spoil } from '../corpus/parts/spoil';
import { databaseWorker, queueWorker, tableWorker } from '../corpus/sound/applications';

const { ECR, ECR_DOCKER, CLOUDWATCH_LOGS, SECRETS_MANAGER, SSM, SSM_MESSAGES, KMS } = ec2.InterfaceVpcEndpointAwsService;

const vpcOf = (stack: Stack) => networkScopeOf(stack).node.findChild('Vpc') as ec2.Vpc;

/** A worker in isolated subnets with some of the endpoints, and those that its fix adds. */
const isolated = (
  present: readonly EndpointService[],
  add: readonly ec2.InterfaceVpcEndpointAwsService[] = [],
  options: (stack: Stack) => ServiceOptions = () => ({}),
): Declare => worker(stack => {
  const vpc = isolatedVpc(stack);
  for (const service of present) addEndpoint(vpc, service);
  add.forEach((service, index) => vpc.addInterfaceEndpoint(`Added${index}`, { service }));
  addS3Gateway(vpc);
  return { vpc, ...options(stack) };
});

const withSecret = (stack: Stack): ServiceOptions => ({ container: tokenFromSecretsManager(stack) });
const withParameter = (stack: Stack): ServiceOptions => ({ container: flagsFromParameterStore(stack) });
const behindNat = (options: (stack: Stack) => ServiceOptions = () => ({})): Declare => worker(stack => ({ vpc: natVpc(stack), ...options(stack) }));

/** A security group that allows nothing out but what its fix adds. */
const guarded = (allow: (group: ec2.SecurityGroup) => void, allowAllOutbound = false): Declare => worker(stack => {
  const vpc = natVpc(stack);
  const group = new ec2.SecurityGroup(stack, 'Narrow', { vpc, allowAllOutbound });
  allow(group);
  return { vpc, service: { securityGroups: [group] } };
});

const closedEndpoints = (admit: (endpoint: ec2.InterfaceVpcEndpoint, service: ecs.FargateService) => void): Declare => stack => {
  const vpc = isolatedVpc(stack);
  const endpoints = START_UP_SERVICES.map(service => addEndpoint(vpc, service, { open: false }));
  addS3Gateway(vpc);
  worker(() => ({ vpc }))(stack);
  for (const endpoint of endpoints) admit(endpoint, stack.node.findChild('Service') as ecs.FargateService);
};

const inSubnets = (service: (vpc: ec2.Vpc) => Partial<ecs.FargateServiceProps>, props: ec2.VpcProps = {}): Declare => worker(stack => {
  const vpc = natVpc(stack, props);
  return { vpc, service: service(vpc) };
});

const small = (cidrMask: number, desiredCount: number): Declare => inSubnets(() => ({ desiredCount }), {
  subnetConfiguration: [
    { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask },
  ],
});

const sessionsIn = (...more: readonly EndpointService[]): Declare => execWorker(stack => endpointVpc(stack, more));

/** Fixes in the VPC, its endpoints, subnets and security groups. */
export const NETWORKS: readonly FollowedFix[] = [
  ['database-admits-tasks', 'Call database.connections.allowDefaultPortFrom with the FargateService', stack => databaseWorker(stack, false), stack => databaseWorker(stack)],
  ['egress-admits-start-up', 'Keep allowAllOutbound of the security groups enabled', guarded(() => undefined), guarded(() => undefined, true)],
  ['egress-admits-start-up', 'or call securityGroup.addEgressRule', guarded(() => undefined), guarded(group => group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443)))],
  ['endpoint-admits-tasks', 'Call endpoint.connections.allowDefaultPortFrom with the FargateService', closedEndpoints(() => undefined), closedEndpoints((endpoint, service) => endpoint.connections.allowDefaultPortFrom(service))],
  ['endpoint-admits-tasks', 'Set privateDnsEnabled to true', spoil(ISOLATED, stack => (vpcOf(stack).node.findChild('ecr.dkr').node.defaultChild as ec2.CfnVPCEndpoint).addPropertyOverride('PrivateDnsEnabled', false)).declare, ISOLATED],
  ['multiple-availability-zones', 'Set vpcSubnets to subnets in two or more Availability Zones', inSubnets(({ privateSubnets }) => ({ vpcSubnets: { subnets: privateSubnets.slice(0, 1) } })), inSubnets(({ privateSubnets }) => ({ vpcSubnets: { subnets: privateSubnets.slice(0, 2) } }))],
  ['multiple-availability-zones', 'keep maxAzs of ec2.Vpc at two or more', inSubnets(() => ({}), { maxAzs: 1 }), inSubnets(() => ({}), { maxAzs: 2 })],
  ['network-reaches-ecr', 'vpc.addInterfaceEndpoint for the others, such as ECR, ECR_DOCKER', isolated(['logs']), isolated(['logs'], [ECR, ECR_DOCKER])],
  ['network-reaches-ecr', 'Call vpc.addGatewayEndpoint for S3', worker(stack => {
    const vpc = isolatedVpc(stack);
    for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
    return { vpc };
  }), ISOLATED],
  ['network-reaches-ecr', 'Or use subnets with a route to a NAT gateway.', isolated(['logs']), behindNat()],
  ['network-reaches-efs', 'Call fileSystem.connections.allowDefaultPortFrom with the FargateService', spoil(WITH_FILES, stack => stack.node.findAll().filter(node => node instanceof ec2.CfnSecurityGroupIngress).forEach(({ node }) => node.scope?.node.tryRemoveChild(node.id))).declare, WITH_FILES],
  ['network-reaches-env-files', 'Call vpc.addGatewayEndpoint for S3', worker(stack => ({ vpc: startUpVpc(stack), ...readsSettings(stack, registryImage()) })), worker(stack => {
    const vpc = startUpVpc(stack);
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    return { vpc, ...readsSettings(stack, registryImage()) };
  })],
  ['network-reaches-env-files', 'Or use subnets with a route to a NAT gateway', worker(stack => ({ vpc: startUpVpc(stack), ...readsSettings(stack, registryImage()) })), behindNat(stack => readsSettings(stack, registryImage()))],
  ['network-reaches-exec', 'Sessions need SSM_MESSAGES, and KMS if the cluster has a session key.', sessionsIn(), spoil(sessionsIn(), stack => {
    vpcOf(stack).addInterfaceEndpoint('Messages', { service: SSM_MESSAGES });
    vpcOf(stack).addInterfaceEndpoint('Keys', { service: KMS });
  }).declare],
  ['network-reaches-granted', 'Call vpc.addInterfaceEndpoint for the service', stack => queueWorker(stack, endpointVpc(stack)), stack => {
    const vpc = endpointVpc(stack);
    vpc.addInterfaceEndpoint('Queues', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
    queueWorker(stack, vpc);
  }],
  ['network-reaches-granted', 'or vpc.addGatewayEndpoint for S3 and DynamoDB', stack => void tableWorker(stack), stack => void tableWorker(stack).addGatewayEndpoint('Tables', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB })],
  ['network-reaches-granted', 'Or use subnets with a route to a NAT gateway.', stack => queueWorker(stack, endpointVpc(stack)), stack => queueWorker(stack, natVpc(stack))],
  ['network-reaches-logs', 'vpc.addInterfaceEndpoint for the others, such as ECR, ECR_DOCKER, CLOUDWATCH_LOGS', isolated(['ecr.api', 'ecr.dkr']), isolated(['ecr.api', 'ecr.dkr'], [CLOUDWATCH_LOGS])],
  ['network-reaches-logs', 'Or use subnets with a route to a NAT gateway.', isolated(['ecr.api', 'ecr.dkr']), behindNat()],
  ['network-reaches-registry', 'Copy the image to a private ECR repository.', isolated(START_UP_SERVICES, [], () => ({ container: { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') } })), ISOLATED],
  ['network-reaches-registry', 'Or use subnets with a route to a NAT gateway', isolated(START_UP_SERVICES, [], () => ({ container: { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') } })),
    behindNat(() => ({ container: { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') } }))],
  ['network-reaches-secrets', 'add an endpoint for each service that the finding names', isolated(START_UP_SERVICES, [], withSecret), isolated(START_UP_SERVICES, [SECRETS_MANAGER], withSecret)],
  ['network-reaches-secrets', 'add an endpoint for each service that the finding names', isolated(START_UP_SERVICES, [], withParameter), isolated(START_UP_SERVICES, [SSM], withParameter)],
  ['network-reaches-secrets', 'Or use subnets with a route to a NAT gateway.', isolated(START_UP_SERVICES, [], withSecret), behindNat(withSecret)],
  ['no-public-ip', 'Remove assignPublicIp, and set vpcSubnets to private or isolated subnets.', worker(() => ({ service: { assignPublicIp: true, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } } })), worker(() => ({ service: { vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } } }))],
  ['public-subnet-needs-public-ip', 'Set vpcSubnets to private subnets with a route to a NAT gateway', worker(() => ({ service: { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } } })), worker(() => ({ service: { vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } } }))],
  ['public-subnet-needs-public-ip', 'or add VPC endpoints for the services that the finding names', worker(() => ({ service: { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } } })), worker(stack => {
    const vpc = natVpc(stack);
    for (const service of [ECR, ECR_DOCKER, CLOUDWATCH_LOGS]) vpc.addInterfaceEndpoint(service.shortName.replace('.', ''), { service });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    return { vpc, service: { vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } } };
  })],
  ['subnet-capacity', 'Set vpcSubnets to larger or more subnets', small(28, 20), small(24, 20)],
  ['subnet-capacity', 'or lower maxCapacity or maxHealthyPercent', small(28, 20), small(28, 4)],
  ['vpc-dns-enabled', 'Remove enableDnsSupport and enableDnsHostnames from ec2.Vpc, or set them to true.', override(WORKER, 'AWS::EC2::VPC', 'EnableDnsSupport', false).declare, inSubnets(() => ({}), { enableDnsSupport: true, enableDnsHostnames: true })],
  ['vpc-endpoint-valid', 'Create one interface endpoint for each service in the VPC', worker(stack => {
    const vpc = endpointVpc(stack);
    vpc.addInterfaceEndpoint('Again', { service: CLOUDWATCH_LOGS });
    return { vpc };
  }), ISOLATED],
];

/** Isolated subnets with the interface endpoints of a start, and no way to S3. */
function startUpVpc(stack: Stack): ec2.Vpc {
  const vpc = isolatedVpc(stack);
  for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
  return vpc;
}

/** An image of a registry in the VPC, which needs nothing of S3. */
function registryImage(): ecs.ContainerImage {
  return ecs.ContainerImage.fromRegistry('registry.shop.internal/worker:1.4.2');
}
