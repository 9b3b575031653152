import type { AccountAnswers } from '../../../src/facts/account/account-answers';
import { accountTemplate } from '../../../src/facts/account/account-template';
import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceFacts } from '../../../src/facts/model/service';
import { readServices } from '../../../src/facts/readers/service';
import { Templates } from '../../../src/facts/template/templates';

const NOTHING: AccountAnswers = {
  place: { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
  clusters: [],
  services: [],
  taskDefinitions: [],
  vpcs: [],
  securityGroups: [],
  targetGroups: [],
  loadBalancers: [],
  roles: [],
  logGroups: [],
  fileSystems: [],
  repositories: [],
  secrets: [],
  keys: [],
  alarms: { metric: [], composite: [] },
  scalableTargets: [],
};

const ARN = 'arn:aws:ecs:eu-west-1:111122223333';

const service = (more: object = {}) => ({
  serviceArn: `${ARN}:service/shop/web`,
  serviceName: 'web',
  clusterArn: `${ARN}:cluster/shop`,
  launchType: 'FARGATE',
  desiredCount: 2,
  loadBalancers: [],
  taskDefinition: `${ARN}:task-definition/web:7`,
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' } },
  ...more,
});

const VPC = {
  vpc: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', DhcpOptionsId: 'dopt-1' },
  dnsSupport: true,
  dnsHostnames: true,
  hostedZones: [],
  dhcpOptions: { DhcpOptionsId: 'dopt-1', DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: 'AmazonProvidedDNS' }] }] },
  subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'eu-west-1a' }],
  routeTables: [],
  networkAcls: [],
  natGateways: [],
  endpoints: [],
};

function factsOf(answers: Partial<AccountAnswers>): ServiceFacts {
  const [facts] = readServices(new Templates([accountTemplate({ ...NOTHING, services: [service()], ...answers }).source]));
  return facts;
}

const network = (answers: Partial<AccountAnswers>) => {
  const facts = factsOf(answers).network;
  if (facts === UNKNOWN || facts.subnets === UNKNOWN) throw new Error('the network is unknown');
  return { ...facts, subnet: facts.subnets[0] };
};

test('a subnet that names no route table has the main one', () => {
  const routeTables = [
    { RouteTableId: 'rtb-main', VpcId: 'vpc-1', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' }] },
    { RouteTableId: 'rtb-other', VpcId: 'vpc-1', Associations: [{ Main: false, SubnetId: 'subnet-2' }], Routes: [] },
  ];
  expect(network({ vpcs: [{ ...VPC, routeTables }] }).subnet.routes).toEqual([{ destination: '0.0.0.0/0', target: 'internet-gateway' }]);
});

test('a default route to a gateway that is gone leads nowhere', () => {
  const routeTables = [{
    RouteTableId: 'rtb-1',
    Associations: [{ Main: true }],
    Routes: [
      { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-gone', State: 'blackhole' }, { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
    ],
  }];
  expect(network({ vpcs: [{ ...VPC, routeTables }] }).subnet.routes).toEqual([]);
});

test('a NAT gateway that could not be read may be private', () => {
  const routeTables = [{ RouteTableId: 'rtb-1', Associations: [{ Main: true }], Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1', State: 'active' }] }];
  expect(network({ vpcs: [{ ...VPC, routeTables, natGateways: UNKNOWN }] }).subnet.routes).toEqual([{ destination: '0.0.0.0/0', target: UNKNOWN }]);
});

test('a security group without outbound rules lets nothing out', () => {
  const { securityGroups } = network({ vpcs: [VPC], securityGroups: [{ GroupId: 'sg-1', IpPermissions: [], IpPermissionsEgress: [] }] });
  expect(securityGroups).toMatchObject([{ ingress: [], egress: [{ protocol: 'icmp', peer: '255.255.255.255/32' }] }]);
});

test('an endpoint that is not ready may take over names, and one that is gone does not exist', () => {
  const endpoint = { VpcId: 'vpc-1', VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.ecr.api', PrivateDnsEnabled: true, SubnetIds: ['subnet-1'], Groups: [] };
  const endpoints = ['available', 'pending', 'failed'].map((State, index) => ({ ...endpoint, State, VpcEndpointId: `vpce-${index}` }));
  const { vpc } = network({ vpcs: [{ ...VPC, endpoints }] });
  expect(vpc).toMatchObject({ endpoints: [{ privateDns: true, state: undefined }, { privateDns: UNKNOWN, state: 'pending' }] });
});

test('services of two clusters may have one name: each has its own alarms and its own scaling', () => {
  const other = { serviceArn: `${ARN}:service/test/web`, clusterArn: `${ARN}:cluster/test` };
  const alarm = (cluster: string, AlarmActions: readonly string[]) => ({
    AlarmArn: `arn:aws:cloudwatch:eu-west-1:111122223333:alarm:${cluster}`,
    AlarmName: cluster,
    ActionsEnabled: true,
    AlarmActions,
    Dimensions: [{ Name: 'ClusterName', Value: cluster }, { Name: 'ServiceName', Value: 'web' }],
  });
  const source = accountTemplate({
    ...NOTHING,
    services: [service(), service(other)],
    alarms: { metric: [alarm('shop', ['arn:aws:sns:eu-west-1:111122223333:ops']), alarm('test', [])], composite: [] },
    scalableTargets: [{ target: { ResourceId: 'service/test/web', ScalableDimension: 'ecs:service:DesiredCount', MinCapacity: 1, MaxCapacity: 4 }, scheduledActions: [] }],
  }).source;
  expect(readServices(new Templates([source])).map(({ alarms, scaling, desiredCount }) => ({ alarms, scaling, desiredCount }))).toMatchObject([
    { alarms: [{ hasAction: true }], scaling: undefined, desiredCount: 2 },
    { alarms: [{ hasAction: false }], scaling: { minCapacity: 1, maxCapacity: 4 }, desiredCount: undefined },
  ]);
});

test('names that differ in punctuation only are different things', () => {
  const roles = ['a.b', 'a-b'].map(name => ({ role: { Arn: `arn:aws:iam::111122223333:role/${name}` }, inline: [], attached: [], documents: [] }));
  const { executionRoleArn, taskRoleArn } = { executionRoleArn: roles[0].role.Arn, taskRoleArn: roles[1].role.Arn };
  const task = { taskDefinitionArn: `${ARN}:task-definition/web:7`, executionRoleArn, taskRoleArn, containerDefinitions: [] };
  const facts = factsOf({ roles, taskDefinitions: [task] }).task;
  if (facts === UNKNOWN || typeof facts.executionRole !== 'object' || typeof facts.taskRole !== 'object') throw new Error('a role is unknown');
  expect(facts.executionRole.id).not.toBe(facts.taskRole.id);
});

test('a service that CodeDeploy deploys runs its primary task set', () => {
  const { taskDefinition, networkConfiguration, launchType } = service();
  const taskSets = [{ status: 'ACTIVE', taskDefinition: 'old:1' }, { status: 'PRIMARY', taskDefinition, networkConfiguration, launchType }];
  const deployed = service({ taskDefinition: undefined, networkConfiguration: undefined, launchType: undefined, deploymentController: { type: 'CODE_DEPLOY' }, taskSets });
  const tasks = [{ taskDefinitionArn: `${ARN}:task-definition/web:7`, cpu: '256', memory: '512', containerDefinitions: [] }];
  expect(factsOf({ services: [deployed], taskDefinitions: tasks, vpcs: [VPC] }))
    .toMatchObject({ task: { cpu: 256 }, network: { assignPublicIp: false } });
});
