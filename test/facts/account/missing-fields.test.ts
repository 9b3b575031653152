import type { AccountAnswers } from '../../../src/facts/account/account-answers';
import { accountTemplate } from '../../../src/facts/account/account-template';
import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceFacts } from '../../../src/facts/model/service';
import { readServices } from '../../../src/facts/readers/service';
import { Templates } from '../../../src/facts/template/templates';
import { CATALOGUE } from '../../../src/guardrails/catalogue';
import { evaluate } from '../../../src/guardrails/evaluate';

const SERVICE = {
  serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web',
  serviceName: 'web',
  clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
  launchType: 'FARGATE',
  taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' } },
};

/** One thing of each kind, of which AWS says nothing: in the types of its SDK, every field may be missing. */
const EMPTY: AccountAnswers = {
  place: { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
  clusters: [{}],
  services: [SERVICE, {}],
  taskDefinitions: [{}],
  vpcs: [
    {
      vpc: {},
      dnsSupport: UNKNOWN,
      dnsHostnames: UNKNOWN,
      dhcpOptions: {},
      hostedZones: [{}],
      subnets: [{}],
      routeTables: [{}],
      networkAcls: [{}],
      natGateways: [{}],
      endpoints: [{}],
    },
  ],
  securityGroups: [{}],
  targetGroups: [{ targetGroup: {}, attributes: [] }],
  loadBalancers: [{ loadBalancer: {}, attributes: [{}], listeners: [{ listener: {}, rules: [{}] }] }],
  roles: [{ role: {}, inline: [{}], attached: [], documents: [{ arn: 'arn:aws:iam::111122223333:policy/shop', document: UNKNOWN }] }],
  logGroups: [{}],
  fileSystems: [{ fileSystem: {}, mountTargets: [{ securityGroups: UNKNOWN }] }],
  repositories: [{ repository: {}, policy: UNKNOWN, lifecyclePolicy: undefined }],
  secrets: [{ secret: {}, policy: UNKNOWN }],
  keys: [{ key: {}, policy: UNKNOWN }],
  alarms: { metric: [{}, { Dimensions: [{}], Metrics: [{}] }, { Dimensions: [{ Name: 'ClusterName', Value: 'shop' }, { Name: 'ServiceName', Value: 'web' }] }], composite: [{}] },
  scalableTargets: [{ target: {}, scheduledActions: [] }],
};

const servicesIn = (answers: AccountAnswers): readonly ServiceFacts[] => readServices(new Templates([accountTemplate(answers).source]));

test('what AWS says nothing of is unknown to the service that uses it', () => {
  const [{ task, cluster, scaling, network }] = servicesIn(EMPTY);
  expect({ task, cluster, scaling }).toEqual({ task: UNKNOWN, cluster: UNKNOWN, scaling: UNKNOWN });
  expect(network).toMatchObject({
    vpc: UNKNOWN,
    subnets: [{ id: 'subnet-1', cidr: UNKNOWN, availabilityZone: UNKNOWN, routes: UNKNOWN, acl: UNKNOWN }],
    securityGroups: [{ id: 'sg-1', ingress: UNKNOWN, egress: UNKNOWN }],
  });
});

test('what AWS says nothing of gives no finding at error level', () => {
  expect(servicesIn(EMPTY).flatMap(service => evaluate(service, CATALOGUE)).filter(({ level }) => level === 'error')).toEqual([]);
});

test('a route of which AWS says nothing leads somewhere, and a rule of which it says nothing may be any', () => {
  const [vpc] = EMPTY.vpcs;
  const [{ network }] = servicesIn({
    ...EMPTY,
    securityGroups: [{ GroupId: 'sg-1', IpPermissions: [{}], IpPermissionsEgress: [{}] }],
    vpcs: [{
      ...vpc,
      vpc: { VpcId: 'vpc-1' },
      subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1' }],
      routeTables: [{ RouteTableId: 'rtb-1', Associations: [{ Main: true }], Routes: [{}, { DestinationPrefixListId: 'pl-1', State: 'blackhole' }] }],
      networkAcls: [{ NetworkAclId: 'acl-1', Associations: [{ SubnetId: 'subnet-1' }], Entries: [{}] }],
    }],
  });
  expect(network).toMatchObject({
    subnets: [{
      routes: [{ destination: UNKNOWN, target: 'elsewhere' }, { destination: 'pl-1', target: UNKNOWN }],
      acl: [{ number: UNKNOWN, allows: UNKNOWN, protocol: UNKNOWN, range: UNKNOWN }],
    }],
  });
});
