import { CfnParameter, Fn } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { addS3Gateway, isolatedVpc } from './corpus/parts/network';
import {
  type Choice, closed, endpointOverride, guarded, guardedNat, HALF_OF_S3, inIreland, isolatedBut, letHttpsThrough, logsIn, lowLevelIn, mislead,
  misled, misrouted, mountsFiles, movedTo, nat, NEEDED, readsSettings, registryAccount, released, releasedIn, resourceOf, scaledTo, SMALL,
  spoilt, strandedNat, within, withEndpoints, withS3,
} from './networks-to-break';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withService } from './ways-to-break';
import { CATALOGUE } from '../../src/guardrails/catalogue';

const good = withService({});
const endpointsByAspect = (change: (endpoint: ec2.CfnVPCEndpoint) => void) => within(closed(), byAspect(ec2.CfnVPCEndpoint, change, released));
const serviceByAspect = (change: (service: ecs.CfnService) => void) => byAspect(ecs.CfnService, change);

const privateOnes: Choice = vpc => vpc.privateSubnets;
const publicOnes: Choice = vpc => vpc.publicSubnets;
const isolatedOnes: Choice = vpc => vpc.isolatedSubnets;
const one: Choice = vpc => vpc.privateSubnets.slice(0, 1);

const vpcOverride = (path: string) => spoilt(closed(), vpc => override(resourceOf(vpc), path, false));
const groupOverride = (path: string, value: unknown) =>
  changed(({ service }) => override(resourceOf(service.connections.securityGroups[0]), path, value));

const withPolicy = (...resources: string[]) => spoilt(isolatedBut(), vpc =>
  addS3Gateway(vpc).addToPolicy(new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'], resources })));

/** A service that is given the security group of some VPC. */
const withGroupOf = (vpcId: (scope: Construct) => string, declare: (groupId: string, scope: Construct) => Declare): Declare => (scope, vpc) =>
  declare(new ec2.CfnSecurityGroup(scope, 'Other', { groupDescription: 'other', vpcId: vpcId(scope) }).attrGroupId, scope)(scope, vpc);

/** What the CDK writes where nothing shall go out. */
const NOTHING = [{ ipProtocol: 'icmp', fromPort: 252, toPort: 86, cidrIp: '255.255.255.255/32' }];

const otherPort = (rule: ec2.CfnSecurityGroupIngress): void => void (rule.fromPort = rule.toPort = 2048);

/** Both mount targets of a file system are made in the same subnet. */
const moveMountTarget = (files: efs.FileSystem): void => {
  const [first, second] = files.node.children.filter(node => node instanceof efs.CfnMountTarget);
  override(second, 'SubnetId', first.subnetId);
};

/** Every way in which people break a rule about the network, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['network-in-one-vpc', 'prop', withGroupOf(scope => new ec2.Vpc(scope, 'OtherVpc', { natGateways: 0, maxAzs: 1 }).vpcId, (groupId, scope) =>
    withService({ securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(scope, 'OtherGroup', groupId)] }))],
  ['network-in-one-vpc', 'override', withGroupOf(() => 'vpc-0123456789abcdef0', groupId => changed(({ cfnService }) =>
    override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.1', groupId)))],
  ['network-reaches-ecr', 'prop', within(withS3(isolatedBut('ecr.api')), released)],
  ['network-reaches-ecr', 'prop that nobody gave for S3', within(isolatedBut(), released)],
  ['network-reaches-ecr', 'a NAT gateway that is stranded', within(strandedNat(nat()), released)],
  ['network-reaches-ecr', 'a network ACL of the NAT gateway', within(guardedNat(nat()), released)],
  ['network-reaches-ecr', 'image of another Region', inIreland(closed(), releasedIn('us-east-1'))],
  ['network-reaches-ecr', 'override', within(misled('ecr.dkr'), released)],
  ['network-reaches-ecr', 'override of a route', within(misrouted(nat()), released)],
  ['network-reaches-ecr', 'override of the gateway', within(HALF_OF_S3, released)],
  ['network-reaches-ecr', 'Aspect', endpointsByAspect(mislead('ecr.api'))],
  ['network-reaches-registry', 'prop', within(closed(), good)],
  ['network-reaches-registry', 'override', within(misrouted(withEndpoints(nat(), NEEDED)), good)],
  ['network-reaches-registry', 'L1', within(closed(), lowLevelIn(isolatedOnes))],
  ['network-reaches-logs', 'prop', within(withS3(isolatedBut('logs')), released)],
  ['network-reaches-logs', 'logs of another Region', inIreland(closed(), logsIn('us-east-1'))],
  ['network-reaches-logs', 'override', within(misled('logs'), released)],
  ['network-reaches-logs', 'Aspect', endpointsByAspect(mislead('logs'))],
  ['network-reaches-logs', 'L1', within(isolatedVpc, lowLevelIn(isolatedOnes))],
  ['network-reaches-secrets', 'prop', within(withS3(isolatedBut('secretsmanager')), released)],
  ['network-reaches-secrets', 'account at a registry', within(withS3(isolatedBut('secretsmanager')), registryAccount)],
  ['network-reaches-secrets', 'override', within(misled('secretsmanager'), released)],
  ['network-reaches-secrets', 'Aspect', endpointsByAspect(mislead('secretsmanager'))],
  ['network-reaches-exec', 'prop', within(withS3(isolatedBut('ssmmessages')), released)],
  ['network-reaches-exec', 'override', within(misled('ssmmessages'), released)],
  ['network-reaches-exec', 'Aspect', endpointsByAspect(mislead('ssmmessages'))],
  ['network-reaches-env-files', 'prop', within(isolatedBut(), readsSettings)],
  ['network-reaches-env-files', 'override', within(HALF_OF_S3, readsSettings)],
  ['network-reaches-efs', 'prop', mountsFiles(vpc => ({ vpcSubnets: { subnets: [...one(vpc)] } }))],
  ['network-reaches-efs', 'prop of another VPC', mountsFiles(({ stack }) => ({ vpc: new ec2.Vpc(stack, 'OtherVpc', { natGateways: 0 }) }))],
  ['network-reaches-efs', 'override', mountsFiles(undefined, moveMountTarget)],
  ['network-reaches-efs', 'Aspect', byAspect(ec2.CfnSecurityGroupIngress, otherPort, mountsFiles())],
  ['endpoint-admits-tasks', 'prop', within(closed({ open: false }), released)],
  ['endpoint-admits-tasks', 'prop for names', within(closed({ privateDnsEnabled: false }), released)],
  ['endpoint-admits-tasks', 'policy', within(withPolicy('arn:aws:s3:::shop-data/*'), released)],
  ['endpoint-admits-tasks', 'override', within(endpointOverride('ecr.api', 'PrivateDnsEnabled', () => false), released)],
  ['endpoint-admits-tasks', 'override behind a NAT gateway', within(spoilt(withEndpoints(nat(), ['logs']), vpc =>
    override(resourceOf(vpc.node.findChild('logs')), 'PolicyDocument', { Statement: [{ Effect: 'Deny', Action: 'logs:*', Resource: '*', Principal: '*' }] })), good)],
  ['endpoint-admits-tasks', 'Aspect', endpointsByAspect(endpoint => void (endpoint.privateDnsEnabled = endpoint.vpcEndpointType === 'Interface' ? false : undefined))],
  ['vpc-endpoint-valid', 'prop', within(spoilt(closed(), vpc =>
    void vpc.addInterfaceEndpoint('again', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS })), released)],
  ['vpc-endpoint-valid', 'override', within(spoilt(nat(), vpc => override(resourceOf(addS3Gateway(vpc)), 'ServiceName', 'com.amazonaws.eu-west-1.sqs')), good)],
  ['vpc-dns-enabled', 'prop', within(nat({ enableDnsSupport: false, enableDnsHostnames: false }), good)],
  ['vpc-dns-enabled', 'override', within(vpcOverride('EnableDnsSupport'), released)],
  ['vpc-dns-enabled', 'override for host names', within(vpcOverride('EnableDnsHostnames'), released)],
  ['vpc-dns-enabled', 'Aspect', within(closed(), byAspect(ec2.CfnVPC, vpc => void (vpc.enableDnsHostnames = false), released))],
  ['egress-admits-start-up', 'prop', guarded()],
  ['egress-admits-start-up', 'prop for another port', guarded(group => group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTP))],
  ['egress-admits-start-up', 'prop for another group only', guarded(group =>
    group.connections.allowTo(ec2.SecurityGroup.fromSecurityGroupId(group, 'Database', 'sg-0123456789abcdef0'), ec2.Port.POSTGRES))],
  ['egress-admits-start-up', 'override', groupOverride('SecurityGroupEgress', [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, CidrIp: '0.0.0.0/0' }])],
  ['egress-admits-start-up', 'Aspect', byAspect(ec2.CfnSecurityGroup, group => void (group.securityGroupEgress = NOTHING))],
  ['no-public-ip', 'prop', within(nat(), withService({ assignPublicIp: true }))],
  ['no-public-ip', 'override', changed(({ cfnService }) => override(cfnService, 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'ENABLED'))],
  ['no-public-ip', 'Aspect', serviceByAspect(service => service.addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'ENABLED'))],
  ['no-public-ip', 'L1', lowLevelIn(publicOnes, { assignPublicIp: 'ENABLED' })],
  ['public-subnet-needs-public-ip', 'prop', withService({ vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } })],
  ['public-subnet-needs-public-ip', 'override', movedTo(publicOnes)],
  ['public-subnet-needs-public-ip', 'L1', lowLevelIn(publicOnes)],
  ['subnet-capacity', 'prop', within(SMALL, withService({ desiredCount: 20 }))],
  ['subnet-capacity', 'scaling', within(SMALL, scaledTo(12))],
  ['subnet-capacity', 'override', within(SMALL, changed(({ cfnService }) => override(cfnService, 'DesiredCount', 20)))],
  ['subnet-capacity', 'Aspect', within(SMALL, serviceByAspect(service => void (service.desiredCount = 20)))],
  ['subnet-capacity', 'L1', within(SMALL, lowLevel({ service: { desiredCount: 20 } }))],
  ['multiple-availability-zones', 'prop', within(nat(), (scope, vpc) => withService({ vpcSubnets: { subnets: [...one(vpc)] } })(scope, vpc))],
  ['multiple-availability-zones', 'prop of the VPC', within(nat({ maxAzs: 1 }), good)],
  ['multiple-availability-zones', 'override', within(nat(), movedTo(one))],
  ['multiple-availability-zones', 'Aspect', within(nat(), byAspect(ec2.CfnSubnet, subnet => void (subnet.availabilityZone = Fn.select(0, Fn.getAzs()))))],
  ['multiple-availability-zones', 'L1', lowLevelIn(one)],
];

/** Networks that no rule may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a service behind a NAT gateway', within(nat(), good)],
  ['a service with an image of ECR and all endpoints', within(closed(), released)],
  ['a service whose image a registry behind the NAT gateway has', within(withEndpoints(nat(), NEEDED), good)],
  ['a service behind a NAT gateway with a narrow network ACL around it', within(guardedNat(nat(), letHttpsThrough), released)],
  ['a service with an image of its own Region, which the endpoints serve', inIreland(closed(), releasedIn('eu-west-1'))],
  ['a service with an image of another Region, which the NAT gateway leads to', inIreland(withEndpoints(nat(), ['ecr.api', 'ecr.dkr']), releasedIn('us-east-1'))],
  ['a service with logs of its own Region, which the endpoints serve', inIreland(closed(), logsIn('eu-west-1'))],
  ['a service with logs of another Region, which the NAT gateway leads to', inIreland(withEndpoints(nat(), NEEDED), logsIn('us-east-1'))],
  ['a service with logs of a Region that may be its own', within(closed(), logsIn('us-east-1'))],
  ['a service with an image of a Region that may be its own', within(closed(), releasedIn('us-east-1'))],
  ['a service whose image a private registry has, and the endpoint that its account comes through', within(closed(), registryAccount)],
  ['a service with settings in S3 and a gateway to them', within(closed(), readsSettings)],
  ['a service with files and a mount target in each zone', mountsFiles()],
  ['a service of resources that know nothing of each other', lowLevelIn(privateOnes)],
  ['a security group that lets HTTPS out', guarded(group => group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.HTTPS))],
  ['a VPC without endpoints and without host names', within(nat({ enableDnsHostnames: false }), good)],
  ['subnets with just enough room', within(SMALL, scaledTo(8))],
  ['an endpoint whose policy lets image layers through', within(withPolicy('arn:aws:s3:::prod-*-starport-layer-bucket/*'), released)],
  ['an endpoint that a parameter names', within(endpointOverride('logs', 'ServiceName', vpc => new CfnParameter(vpc, 'Logs').valueAsString), released)],
  ['a way out that a parameter decides', guarded(group => group.addEgressRule(ec2.Peer.ipv4(new CfnParameter(group, 'Out').valueAsString), ec2.Port.HTTPS))],
  ['a public address that a parameter decides', (scope, vpc) => lowLevelIn(privateOnes, { assignPublicIp: new CfnParameter(scope, 'Public').valueAsString })(scope, vpc)],
  ['a count that a parameter decides', within(SMALL, (scope, vpc) => withService({ desiredCount: new CfnParameter(scope, 'Count', { type: 'Number' }).valueAsNumber })(scope, vpc))],
  ['a VPC that was made elsewhere', scope => good(scope, ec2.Vpc.fromVpcAttributes(scope, 'Vpc', {
    vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['eu-west-1a', 'eu-west-1b'], privateSubnetIds: ['subnet-0aaaaaaaaaaaaaaa0', 'subnet-0aaaaaaaaaaaaaaa1'],
  }))],
  ['a security group that was made elsewhere', (scope, vpc) => withService({ securityGroups: [ec2.SecurityGroup.fromSecurityGroupId(scope, 'Group', 'sg-0123456789abcdef0')] })(scope, vpc)],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});

const OF_THE_NETWORK = /^(?:network-(?!reaches-granted$|configuration-stated$)|endpoint-|vpc-|egress-|no-public-ip|public-subnet-|subnet-|multiple-)/;

test.each(CATALOGUE.map(({ id }) => id).filter(id => OF_THE_NETWORK.test(id)))('%s is broken by a prop and by an escape hatch at least', rule => {
  expect(BROKEN.filter(([id]) => id === rule).map(([, way]) => way)).toEqual(expect.arrayContaining(['prop', 'override']));
});
