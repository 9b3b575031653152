import { Aws, CfnParameter, type CfnResource, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct, IConstruct } from 'constructs';
import { addEndpoint, addS3Gateway, type EndpointService, isolatedVpc, natVpc } from './corpus/parts/network';
import { loggingIn, releasedImage } from './corpus/parts/task';
import { PlainService } from './plain-service';
import { changed, type Declare, lowLevel, override, withContainer, withService } from './ways-to-break';

/** Declares the network of a service. */
export type Network = (scope: Construct) => ec2.Vpc;

/** Declares services in a network of their own. */
export const within = (network: Network, declare: Declare): Declare => scope => declare(scope, network(scope));

/** Changes a network after it was declared. */
export const spoilt = (network: Network, spoil: (vpc: ec2.Vpc) => void): Network => scope => {
  const vpc = network(scope);
  spoil(vpc);
  return vpc;
};

/** Private subnets with a NAT gateway, and public ones. */
export const nat = (props: ec2.VpcProps = {}): Network => scope => natVpc(scope, props);

/** What the good service calls besides its registry. */
export const NEEDED: readonly EndpointService[] = ['logs', 'secretsmanager', 'ssmmessages'];

const ENDPOINTS: readonly EndpointService[] = ['ecr.api', 'ecr.dkr', ...NEEDED];

/** Adds interface endpoints to a network. */
export const withEndpoints = (
  network: Network, services: readonly EndpointService[], options: Partial<ec2.InterfaceVpcEndpointOptions> = {},
): Network => spoilt(network, vpc => services.forEach(service => addEndpoint(vpc, service, options)));

/** Isolated subnets with all endpoints but one, and no way to S3. */
export const isolatedBut = (missing?: EndpointService): Network => withEndpoints(isolatedVpc, ENDPOINTS.filter(service => service !== missing));

/** Adds the gateway to S3. */
export const withS3 = (network: Network): Network => spoilt(network, vpc => void addS3Gateway(vpc));

/** Isolated subnets with endpoints for everything that a service with an image of ECR needs, all made alike. */
export const closed = (options: Partial<ec2.InterfaceVpcEndpointOptions> = {}): Network => withS3(withEndpoints(isolatedVpc, ENDPOINTS, options));

/** The resource that a construct is made of. */
export const resourceOf = <T extends CfnResource>(construct: IConstruct): T => construct.node.defaultChild as T;

/** Changes one endpoint of a network that has them all. */
export const endpointOverride = (endpoint: EndpointService | 's3', path: string, value: (vpc: ec2.Vpc) => unknown): Network =>
  spoilt(closed(), vpc => override(resourceOf(vpc.node.findChild(endpoint)), path, value(vpc)));

/** An endpoint that leads to another service than somebody meant. */
export const misled = (service: EndpointService): Network => endpointOverride(service, 'ServiceName', () => `com.amazonaws.${Aws.REGION}.monitoring`);

/** The same for whatever changes resources of a class. */
export const mislead = (service: EndpointService) => (endpoint: ec2.CfnVPCEndpoint): void => {
  if (endpoint.node.path.includes(`/${service}/`)) endpoint.serviceName = `com.amazonaws.${Aws.REGION}.monitoring`;
};

/** The gateway to S3 serves one of two subnets. */
export const HALF_OF_S3 = endpointOverride('s3', 'RouteTableIds', ({ isolatedSubnets: [first] }) => [first.routeTable.routeTableId]);

/** The default route of one private subnet leads to a corner of the world only. */
export const misrouted = (network: Network): Network => spoilt(network, ({ privateSubnets: [, second] }) =>
  override(second.node.findChild('DefaultRoute') as ec2.CfnRoute, 'DestinationCidrBlock', '192.168.0.0/16'));

/** The public subnets, where the NAT gateway stands, lead to a corner of the world only. */
export const strandedNat = (network: Network): Network => spoilt(network, ({ publicSubnets }) => publicSubnets.forEach(subnet =>
  override(subnet.node.findChild('DefaultRoute') as ec2.CfnRoute, 'DestinationCidrBlock', '192.168.0.0/16')));

/** A network ACL of the NAT gateway, which lets through what somebody thought of. */
export const guardedNat = (network: Network, allowed: (acl: ec2.NetworkAcl) => void = () => undefined): Network => spoilt(network, vpc =>
  allowed(new ec2.NetworkAcl(vpc, 'Guard', { vpc, subnetSelection: { subnetType: ec2.SubnetType.PUBLIC } })));

/** What a NAT gateway needs of the network ACL around it. */
export function letHttpsThrough(acl: ec2.NetworkAcl): void {
  const [inside, anywhere] = [ec2.AclCidr.ipv4('10.0.0.0/16'), ec2.AclCidr.anyIpv4()];
  const [https, answers] = [ec2.AclTraffic.tcpPort(443), ec2.AclTraffic.tcpPortRange(1024, 65535)];
  acl.addEntry('CallsIn', { ruleNumber: 100, direction: ec2.TrafficDirection.INGRESS, cidr: inside, traffic: https });
  acl.addEntry('AnswersIn', { ruleNumber: 110, direction: ec2.TrafficDirection.INGRESS, cidr: anywhere, traffic: answers });
  acl.addEntry('CallsOut', { ruleNumber: 100, direction: ec2.TrafficDirection.EGRESS, cidr: anywhere, traffic: https });
  acl.addEntry('AnswersOut', { ruleNumber: 110, direction: ec2.TrafficDirection.EGRESS, cidr: inside, traffic: answers });
}

/** The good service with an image of ECR. */
export const released: Declare = (scope, vpc) => withContainer({ image: releasedImage(scope) })(scope, vpc);

/** Declares services and their network in a stack that says where it is deployed. */
export const inIreland = (network: Network, declare: Declare): Declare => (scope, vpc) =>
  within(network, declare)(new Stack(scope, 'Ireland', { env: { account: '111122223333', region: 'eu-west-1' } }), vpc);

/** The good service with an image in a repository of ECR that was made elsewhere. */
export const releasedIn = (region: string): Declare => (scope, vpc) => {
  const repository = ecr.Repository.fromRepositoryArn(scope, 'Repository', `arn:aws:ecr:${region}:444455556666:repository/shop`);
  withContainer({ image: ecs.ContainerImage.fromEcrRepository(repository, '1.2.3') })(scope, vpc);
};

/** The good service with an image of ECR, and logs that go to a group that was made elsewhere. */
export const logsIn = (region: string): Declare => (scope, vpc) =>
  withContainer({ image: releasedImage(scope), logging: loggingIn(scope, region) })(scope, vpc);

/** The good service without secrets of its own, whose image a registry in the VPC has, and asks for an account. */
export const registryAccount: Declare = (scope, vpc) => {
  const credentials = new secretsmanager.Secret(scope, 'Account');
  withContainer({ image: ecs.ContainerImage.fromRegistry('registry.shop.internal/shop:1.2.3', { credentials }), secrets: undefined })(scope, vpc);
};

/** The good service with settings in S3, whatever the registry of its image is. */
export const readsSettings: Declare = (scope, vpc) => {
  const bucket = new s3.Bucket(scope, 'Settings');
  const { task } = new PlainService(scope, 'Plain', {
    vpc,
    container: {
      image: ecs.ContainerImage.fromRegistry(new CfnParameter(scope, 'Image').valueAsString),
      environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')],
    },
  });
  bucket.grantRead(task.obtainExecutionRole(), 'production.env');
};

/** The good service with files on EFS, in a network of its own. */
export const mountsFiles = (
  props: (vpc: ec2.Vpc) => Partial<efs.FileSystemProps> = () => ({}), change: (files: efs.FileSystem) => void = () => undefined,
): Declare => scope => {
  const vpc = natVpc(scope);
  const files = new efs.FileSystem(scope, 'Files', { vpc, ...props(vpc) });
  const { task, service } = new PlainService(scope, 'Plain', { vpc });
  const efsVolumeConfiguration: ecs.EfsVolumeConfiguration = { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } };
  task.addVolume({ name: 'files', efsVolumeConfiguration });
  task.defaultContainer?.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
  files.grantRootAccess(task.taskRole);
  files.connections.allowDefaultPortFrom(service);
  service.node.addDependency(files.mountTargetsAvailable);
  change(files);
};

/** The good service with a security group that somebody made for it, which lets nothing out but what is allowed. */
export const guarded = (allow: (group: ec2.SecurityGroup) => void = () => undefined): Declare => (scope, vpc) => {
  const group = new ec2.SecurityGroup(scope, 'Narrow', { vpc, allowAllOutbound: false });
  allow(group);
  withService({ securityGroups: [group] })(scope, vpc);
};

/** Which subnets of a VPC somebody chooses. */
export type Choice = (vpc: ec2.IVpc) => readonly ec2.ISubnet[];

const idsOf = (subnets: readonly ec2.ISubnet[]) => subnets.map(({ subnetId }) => subnetId);

/** The good service, moved to other subnets by an escape hatch. */
export const movedTo = (choice: Choice): Declare => (scope, vpc) =>
  changed(({ cfnService }) => override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.Subnets', idsOf(choice(vpc))))(scope, vpc);

/** A service of resources that know nothing of each other, in chosen subnets. */
export const lowLevelIn = (choice: Choice, { assignPublicIp }: { readonly assignPublicIp?: string } = {}): Declare => (scope, vpc) =>
  lowLevel({ service: { networkConfiguration: { awsvpcConfiguration: { assignPublicIp, subnets: [...idsOf(choice(vpc))] } } } })(scope, vpc);

/** Private subnets with room for 22 tasks in all. */
export const SMALL = nat({
  subnetConfiguration: [
    { name: 'Public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 24 },
    { name: 'Private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 28 },
  ],
});

/** The good service, which grows by itself. */
export const scaledTo = (maxCapacity: number): Declare => (scope, vpc) =>
  void new PlainService(scope, 'Plain', { vpc, service: { desiredCount: undefined } }).service.autoScaleTaskCount({ minCapacity: 2, maxCapacity });
