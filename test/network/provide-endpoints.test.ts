import { App, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { provideEndpoints } from '../../src/network/provide-endpoints';
import type { TaskNeeds } from '../../src/network/task-needs';
import { VpcEndpoints } from '../../src/network/vpc-endpoints-choice';

const WEB: TaskNeeds = { ecr: true, logs: true };
const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
const NAT = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };

test('a service that pulls from ECR and writes logs gets these four endpoints and no other', () => {
  const { stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB });
  expect(servicesIn(stack)).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3']);
});

test.each<[keyof TaskNeeds, string[]]>([
  ['ecr', ['ecr.api', 'ecr.dkr', 's3']],
  ['logs', ['logs']],
  ['secretsManager', ['secretsmanager']],
  ['ssm', ['ssm']],
  ['exec', ['ssmmessages']],
  ['kms', ['kms']],
  ['s3', ['s3']],
])('the need for %s is met by %j', (need, services) => {
  const { stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { [need]: true } });
  expect(servicesIn(stack)).toEqual(services);
});

test('in China the endpoints have the names that they have there', () => {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'cn-north-1', account: '111122223333' } });
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0, maxAzs: 2, subnetConfiguration: [{ name: 'isolated', ...ISOLATED }] });
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB });
  const endpoints = Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint'));
  expect(endpoints.map(({ Properties: { ServiceName, VpcEndpointType } }) => [VpcEndpointType, ServiceName])).toEqual([
    ['Interface', 'cn.com.amazonaws.cn-north-1.ecr.api'],
    ['Interface', 'cn.com.amazonaws.cn-north-1.ecr.dkr'],
    ['Gateway', 'com.amazonaws.cn-north-1.s3'],
    ['Interface', 'com.amazonaws.cn-north-1.logs'],
  ]);
});

test('the logical ids never change, because a deployed endpoint cannot be created beside itself', () => {
  const { stack, vpc } = isolatedVpc();
  const everything: TaskNeeds = { ecr: true, logs: true, secretsManager: true, ssm: true, exec: true, kms: true, s3: true };
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: everything });
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint'))).toEqual([
    'VpcTaskEndpointsEcrApi5A56D548',
    'VpcTaskEndpointsEcrDocker30F888E5',
    'VpcTaskEndpointsS3EA9CA782',
    'VpcTaskEndpointsLogs921AF643',
    'VpcTaskEndpointsSecretsManager8F6844AD',
    'VpcTaskEndpointsSsmFE48DB6A',
    'VpcTaskEndpointsSsmMessages29BDC5C2',
    'VpcTaskEndpointsKms4C1E70E4',
  ]);
});

test('an endpoint stands in one subnet of each Availability Zone, answers under the usual host name, and lets nothing else in or out', () => {
  const { stack, vpc } = isolatedVpc({ subnetConfiguration: [{ name: 'one', ...ISOLATED }, { name: 'two', ...ISOLATED }] });
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { logs: true } });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', {
    PrivateDnsEnabled: true,
    SubnetIds: stack.resolve(vpc.selectSubnets({ subnetGroupName: 'one' }).subnetIds),
    SecurityGroupIds: [{ 'Fn::GetAtt': [Match.stringLikeRegexp('TaskEndpointsSecurityGroup'), 'GroupId'] }],
  });
  template.hasResourceProperties('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: [Match.objectLike({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: stack.resolve(vpc.vpcCidrBlock) })],
    SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32' })],
  });
});

test('a service waits for its endpoints', () => {
  const { stack, vpc } = isolatedVpc();
  const waiting = new CfnResource(stack, 'Service', { type: 'AWS::ECS::Service' });
  waiting.node.addDependency(provideEndpoints(waiting, { vpc, subnets: ISOLATED, needs: { logs: true } }));
  Template.fromStack(stack).hasResource('AWS::ECS::Service', { DependsOn: [Match.stringLikeRegexp('TaskEndpointsLogs')] });
});

test('a second service adds only what the first one did not need', () => {
  const { stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack, 'First'), { vpc, subnets: ISOLATED, needs: WEB });
  provideEndpoints(service(stack, 'Second'), { vpc, subnets: ISOLATED, needs: { ...WEB, ssm: true } });
  expect(servicesIn(stack)).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3', 'ssm']);
});

test('a second service in other subnets gets its zone and its route table served by the same endpoints', () => {
  const { stack, vpc } = isolatedVpc();
  const [first, second] = vpc.isolatedSubnets;
  provideEndpoints(service(stack, 'First'), { vpc, subnets: { subnets: [first] }, needs: WEB });
  provideEndpoints(service(stack, 'Second'), { vpc, subnets: { subnets: [second] }, needs: WEB });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', RouteTableIds: stack.resolve([first, second].map(({ routeTable }) => routeTable.routeTableId)) });
  template.hasResourceProperties('AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: stack.resolve([first.subnetId, second.subnetId]) });
});

test('services in other stacks share the endpoints, which stand in the stack of the VPC', () => {
  const { app, stack, vpc } = isolatedVpc();
  for (const name of ['One', 'Two']) provideEndpoints(service(new Stack(app, name)), { vpc, subnets: ISOLATED, needs: WEB });
  expect(servicesIn(stack)).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3']);
});

describe('an endpoint that this library made', () => {
  const policies = (stack: Stack) =>
    new Set(Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint')).map(({ DeletionPolicy }) => DeletionPolicy));

  test('stays in the VPC of another stack when nothing here needs it any more', () => {
    const { app, stack, vpc } = isolatedVpc();
    provideEndpoints(service(new Stack(app, 'Other')), { vpc, subnets: ISOLATED, needs: WEB });
    expect(policies(stack)).toEqual(new Set(['RetainExceptOnCreate']));
  });

  test('goes from there with an environment that is thrown away', () => {
    const { app, stack, vpc } = isolatedVpc();
    provideEndpoints(service(new Stack(app, 'Other')), { vpc, subnets: ISOLATED, needs: WEB, throwAway: true });
    expect(policies(stack)).toEqual(new Set([undefined]));
  });

  test('goes with the stack whose VPC it is in', () => {
    const { stack, vpc } = isolatedVpc();
    provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB });
    expect(policies(stack)).toEqual(new Set([undefined]));
  });
});

test.each<[string, (stack: Stack, vpc: ec2.Vpc) => void]>([
  ['with the L2 construct', (_, vpc) => vpc.addInterfaceEndpoint('Mine', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS })],
  ['with the L1 construct and a literal Region', (stack, { vpcId }) =>
    new ec2.CfnVPCEndpoint(stack, 'Mine', { vpcId, serviceName: 'com.amazonaws.eu-west-1.logs', vpcEndpointType: 'Interface' })],
  ['with the L1 construct and Fn::Sub', (stack, { vpcId }) =>
    new ec2.CfnVPCEndpoint(stack, 'Mine', { vpcId, serviceName: Fn.sub('com.amazonaws.${AWS::Region}.logs'), vpcEndpointType: 'Interface' })],
  ['in another stack', (stack, { vpcId }) =>
    new ec2.CfnVPCEndpoint(new Stack(stack.node.root as App, 'Other'), 'Mine', { vpcId, serviceName: `com.amazonaws.${stack.region}.logs`, vpcEndpointType: 'Interface' })],
])('an endpoint that the user declared %s is used', (_, declare) => {
  const { stack, vpc } = isolatedVpc();
  declare(stack, vpc);
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { logs: true, ssm: true } });
  expect(idsIn(stack).filter(id => id.startsWith('VpcTaskEndpoints'))).toEqual([expect.stringMatching(/^VpcTaskEndpointsSsm/)]);
});

test('an endpoint for the same service in another VPC does not serve this one', () => {
  const { stack, vpc } = isolatedVpc();
  new ec2.Vpc(stack, 'OtherVpc').addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { logs: true } });
  expect(servicesIn(stack)).toEqual(['logs', 'logs']);
});

test('a gateway endpoint that the user declared on some route tables leaves the others to be served', () => {
  const { stack, vpc } = isolatedVpc();
  const [theirs, ours] = vpc.isolatedSubnets;
  vpc.addGatewayEndpoint('Mine', { service: ec2.GatewayVpcEndpointAwsService.S3, subnets: [{ subnets: [theirs] }] });
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { s3: true } });
  const routeTables = Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint')).map(endpoint => endpoint.Properties.RouteTableIds);
  expect(routeTables).toEqual(stack.resolve([[theirs.routeTable.routeTableId], [ours.routeTable.routeTableId]]));
});

test('an endpoint that is declared after the service stops synthesis, because AWS would refuse it', () => {
  const { app, stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { logs: true } });
  vpc.addInterfaceEndpoint('Mine', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
  expect(() => app.synth()).toThrow("'Stack/Vpc/TaskEndpoints/Logs', created for 'Stack/Service', and 'Stack/Vpc/Mine/Resource' are both interface endpoints "
    + "for 'logs' in the VPC 'Stack/Vpc', and AWS rejects the second one; declare 'Stack/Vpc/Mine/Resource' before 'Stack/Service', "
    + "or set 'vpcEndpoints' to VpcEndpoints.EXISTING");
});

test('an endpoint without private DNS may stand beside ours, as AWS allows', () => {
  const { app, stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: { logs: true } });
  vpc.addInterfaceEndpoint('Mine', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS, privateDnsEnabled: false });
  expect(() => app.synth()).not.toThrow();
});

describe('subnets with a NAT gateway', () => {
  test('get the free gateway endpoint only', () => {
    const { stack, vpc } = natVpc();
    provideEndpoints(service(stack), { vpc, subnets: NAT, needs: WEB });
    expect(servicesIn(stack)).toEqual(['s3']);
  });

  test('get every endpoint on request', () => {
    const { stack, vpc } = natVpc();
    provideEndpoints(service(stack), { vpc, subnets: NAT, needs: WEB, vpcEndpoints: VpcEndpoints.PROVISION });
    expect(servicesIn(stack)).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3']);
  });
});

test('public subnets do not count as a way out, because a hardened task has no public address', () => {
  const { stack, vpc } = natVpc();
  provideEndpoints(service(stack), { vpc, subnets: { subnetType: ec2.SubnetType.PUBLIC }, needs: { logs: true } });
  expect(servicesIn(stack)).toEqual(['logs']);
});

test('nothing is created where the endpoints exist', () => {
  const { stack, vpc } = isolatedVpc();
  provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB, vpcEndpoints: VpcEndpoints.EXISTING });
  expect(servicesIn(stack)).toEqual([]);
});

describe('an imported VPC', () => {
  test('asks for a choice, because its endpoints cannot be seen', () => {
    const { stack, vpc } = importedVpc({ isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'] });
    expect(() => provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB })).toThrow(
      "'vpcEndpoints' is not set, but 'Stack/Imported' is imported, and its endpoints are not known; set it to VpcEndpoints.EXISTING ('existing') "
      + 'if the VPC has endpoints for ecr.api, ecr.dkr, s3, logs or a NAT gateway, '
      + "or to VpcEndpoints.PROVISION ('provision') to create the endpoints, which AWS rejects if they exist");
  });

  test('gets the endpoints when the user says so, once for however many imports of it', () => {
    const { stack, vpc } = importedVpc({ isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'] });
    const again = importVpc(stack, 'Again', { isolatedSubnetRouteTableIds: ['rtb-1', 'rtb-2'] });
    provideEndpoints(service(stack, 'First'), { vpc, subnets: ISOLATED, needs: WEB, vpcEndpoints: VpcEndpoints.PROVISION });
    provideEndpoints(service(stack, 'Second'), { vpc: again, subnets: ISOLATED, needs: WEB, vpcEndpoints: VpcEndpoints.PROVISION });
    expect(servicesIn(stack)).toEqual(['ecr.api', 'ecr.dkr', 'logs', 's3']);
  });

  test('must name its route tables, because the S3 gateway endpoint is a route in them', () => {
    const { stack, vpc } = importedVpc({});
    expect(() => provideEndpoints(service(stack), { vpc, subnets: ISOLATED, needs: WEB, vpcEndpoints: VpcEndpoints.PROVISION }))
      .toThrow("the route table of subnet 'Stack/Imported/IsolatedSubnet1' is not known; the S3 gateway endpoint is a route in it");
  });
});

const service = (stack: Stack, id = 'Service') => new Construct(stack, id);

function isolatedVpc(props: ec2.VpcProps = { subnetConfiguration: [{ name: 'isolated', ...ISOLATED }] }) {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  return { app, stack, vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 0, ...props }) };
}

function natVpc() {
  const stack = new Stack(new App(), 'Stack');
  return { stack, vpc: new ec2.Vpc(stack, 'Vpc', { natGateways: 1 }) };
}

function importedVpc(routeTables: Partial<ec2.VpcAttributes>) {
  const stack = new Stack(new App(), 'Stack');
  return { stack, vpc: importVpc(stack, 'Imported', routeTables) };
}

const importVpc = (stack: Stack, id: string, routeTables: Partial<ec2.VpcAttributes>) => ec2.Vpc.fromVpcAttributes(stack, id, {
  vpcId: 'vpc-1', vpcCidrBlock: '10.0.0.0/16', availabilityZones: ['eu-west-1a', 'eu-west-1b'], isolatedSubnetIds: ['subnet-1', 'subnet-2'], ...routeTables,
});

const idsIn = (stack: Stack) => Object.keys(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint'));

/** The services that have an endpoint in a stack, by the last part of their names. */
const servicesIn = (stack: Stack) => Object.values(Template.fromStack(stack).findResources('AWS::EC2::VPCEndpoint'))
  .map(endpoint => /amazonaws\..*?\.([a-z0-9.]+)$/.exec(nameOf(endpoint.Properties.ServiceName))?.[1]).sort();

type Name = string | { 'Fn::Join': [string, (string | object)[]] } | { 'Fn::If': [string, Name, Name] };

function nameOf(name: Name): string {
  if (typeof name === 'string') return name;
  if ('Fn::If' in name) return nameOf(name['Fn::If'][2]);
  return name['Fn::Join'][1].map(part => typeof part === 'string' ? part : 'region').join('');
}
