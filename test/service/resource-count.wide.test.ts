import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { behindHttps, declareIn, type Differences, newStack } from './declare';
import { HardenedQueue, LoadBalancing, OptionalAlarm, type QueueScalingOptions, Scaling, SharedLoadBalancer } from '../../src/index';

const COSTS = readFileSync(join(__dirname, '..', '..', 'docs', 'COSTS.md'), 'utf8');

type Counts = Readonly<Record<string, number>>;

function countsOf(stack: Stack): Counts {
  const counts: Record<string, number> = {};
  for (const { Type } of Object.values<{ Type: string }>(Template.fromStack(stack).toJSON().Resources)) counts[Type] = (counts[Type] ?? 0) + 1;
  return counts;
}

/** What a second service adds to the stack of a first one whose cluster it shares. */
function addedBy(differences: (stack: Stack) => Differences): Counts {
  const stackWith = (second: boolean) => {
    const stack = newStack();
    const { cluster } = declareIn(stack, behindHttps(stack), 'First');
    if (second) declareIn(stack, { ...differences(stack), cluster });
    return countsOf(stack);
  };
  return difference(stackWith(false), stackWith(true));
}

const difference = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(Object.entries(after).map(([type, count]) => [type, count - (before[type] ?? 0)] as const).filter(([, more]) => more));

const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const WORKER: Counts = {
  'AWS::CloudWatch::Alarm': 4,
  'AWS::CloudWatch::CompositeAlarm': 1,
  'AWS::EC2::SecurityGroup': 1,
  'AWS::ECS::Service': 1,
  'AWS::ECS::TaskDefinition': 1,
  'AWS::Events::Rule': 2,
  'AWS::IAM::Policy': 1,
  'AWS::IAM::Role': 2,
  'AWS::Logs::LogGroup': 1,
};

const PUBLIC: Counts = {
  ...WORKER,
  'AWS::CertificateManager::Certificate': 1,
  'AWS::CloudWatch::Alarm': 7,
  'AWS::EC2::SecurityGroup': 2,
  'AWS::EC2::SecurityGroupEgress': 1,
  'AWS::EC2::SecurityGroupIngress': 1,
  'AWS::ElasticLoadBalancingV2::Listener': 2,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 1,
  'AWS::ElasticLoadBalancingV2::TargetGroup': 1,
  'AWS::IAM::Policy': 2,
  'AWS::Route53::RecordSet': 1,
  'AWS::S3::Bucket': 1,
  'AWS::S3::BucketPolicy': 1,
  'Custom::LoadBalancerDeletionProtection': 1,
};

const named = (stack: Stack): Differences => {
  const domainZone = route53.HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  return { containerPort: 8080, loadBalancing: LoadBalancing.publicHttps({ domainName: 'shop.example.com', domainZone }) };
};

describe('a further service in a stack', () => {
  test('has at most thirty resources and eight alarms behind a public load balancer with a name of its own', () => {
    const added = addedBy(named);
    expect(added).toEqual(PUBLIC);
    expect(sumOf(added)).toBe(30);
    expect(added['AWS::CloudWatch::Alarm'] + added['AWS::CloudWatch::CompositeAlarm']).toBe(8);
  });

  test('is a worker of fourteen resources without a load balancer', () => {
    expect(addedBy(() => ({}))).toEqual(WORKER);
    expect(sumOf(WORKER)).toBe(14);
  });

  test('has no more than it asks for', () => {
    const { 'AWS::CertificateManager::Certificate': _, 'AWS::Route53::RecordSet': __, ...internal } = PUBLIC;
    expect(addedBy(() => ({ containerPort: 8080, loadBalancing: LoadBalancing.internal() }))).toEqual({ ...internal, 'AWS::ElasticLoadBalancingV2::Listener': 1 });
    expect(sumOf(internal)).toBe(28);
    expect(sumOf(addedBy(() => ({ scaling: Scaling.onUtilization({ maxCapacity: 4 }) })))).toBe(16);
    expect(sumOf(addedBy(() => ({ scaling: Scaling.onUtilization({ maxCapacity: 4, targetMemoryUtilizationPercent: 70 }) })))).toBe(17);
    const byQueue = (options: Partial<QueueScalingOptions>) => sumOf(addedBy(stack =>
      ({ scaling: Scaling.onQueue(new HardenedQueue(stack, 'Mails'), { maxCapacity: 4, backlogPerTask: 10, ...options }) })));
    expect(byQueue({})).toBe(22);
    expect(byQueue({ minCapacity: 0, taskProtection: true })).toBe(25);
    expect(sumOf(addedBy(() => ({ alarms: { more: [OptionalAlarm.MEMORY_HIGH, OptionalAlarm.ROLLOUT_STUCK] } })))).toBe(16);
  });
});

describe('a service behind a shared load balancer', () => {
  const platform = (services: number): Counts => {
    const stack = newStack();
    const { cluster, vpc } = declareIn(stack, {}, 'First');
    const loadBalancer = new SharedLoadBalancer(stack, 'Shared', { vpc });
    for (const path of ['/orders/*', '/users/*'].slice(0, services)) {
      declareIn(stack, { cluster, containerPort: 8080, loadBalancing: LoadBalancing.shared(loadBalancer, { paths: [path] }) }, path.slice(1, -2));
    }
    return countsOf(stack);
  };

  test('adds 21 resources, of which the load balancer is none', () => {
    const [one, two] = [platform(1), platform(2)];
    const added = difference(one, two);
    expect(added).toEqual({
      ...WORKER,
      'AWS::CloudWatch::Alarm': 7,
      'AWS::EC2::SecurityGroupEgress': 1,
      'AWS::EC2::SecurityGroupIngress': 1,
      'AWS::ElasticLoadBalancingV2::ListenerRule': 1,
      'AWS::ElasticLoadBalancingV2::TargetGroup': 1,
    });
    expect(sumOf(added)).toBe(21);
    expect(COSTS).toContain('| The same behind a shared load balancer | 21 |');
  });

  test('which itself is ten, with the function that protects it', () => {
    const stack = newStack();
    declareIn(stack, {}, 'First');
    expect(sumOf(platform(0)) - sumOf(countsOf(stack))).toBe(10);
    expect(COSTS).toContain('| A shared load balancer, internal | 10 |');
  });
});

const SHARED: Readonly<Record<string, Counts>> = {
  'the stop analyzer': {
    'AWS::CloudWatch::Alarm': 4,
    'AWS::DynamoDB::Table': 1,
    'AWS::Events::Rule': 3,
    'AWS::IAM::Policy': 2,
    'AWS::IAM::Role': 1,
    'AWS::Lambda::EventSourceMapping': 1,
    'AWS::Lambda::Function': 1,
    'AWS::Logs::LogGroup': 1,
    'AWS::SQS::Queue': 2,
    'AWS::SQS::QueuePolicy': 2,
  },
  'its topic': { 'AWS::KMS::Key': 1, 'AWS::SNS::Topic': 1, 'AWS::SNS::TopicPolicy': 1 },
  'the cluster': { 'AWS::ECS::Cluster': 1, 'AWS::ECS::ClusterCapacityProviderAssociations': 1, 'AWS::KMS::Key': 1, 'AWS::Logs::LogGroup': 1 },
  'the VPC': {
    'AWS::EC2::FlowLog': 1,
    'AWS::EC2::RouteTable': 2,
    'AWS::EC2::SecurityGroup': 1,
    'AWS::EC2::Subnet': 2,
    'AWS::EC2::SubnetRouteTableAssociation': 2,
    'AWS::EC2::VPC': 1,
    'AWS::EC2::VPCEndpoint': 6,
    'AWS::IAM::Policy': 1,
    'AWS::IAM::Role': 2,
    'AWS::Lambda::Function': 1,
    'AWS::Logs::LogGroup': 1,
    'Custom::VpcRestrictDefaultSG': 1,
  },
  'its public subnets': {
    'AWS::EC2::InternetGateway': 1,
    'AWS::EC2::Route': 2,
    'AWS::EC2::RouteTable': 2,
    'AWS::EC2::Subnet': 2,
    'AWS::EC2::SubnetRouteTableAssociation': 2,
    'AWS::EC2::VPCGatewayAttachment': 1,
  },
  'the protection of load balancers': { 'AWS::IAM::Role': 1, 'AWS::Lambda::Function': 1 },
};

test('the first service of a stack adds what all of them share, and nothing else', () => {
  const stack = newStack();
  declareIn(stack, named(stack));
  const { 'AWS::ECR::Repository': ofTheTest, ...all } = countsOf(stack);
  expect(all).toEqual([PUBLIC, ...Object.values(SHARED)].reduce(together));
});

const together = (one: Counts, other: Counts): Counts =>
  Object.entries(other).reduce((sum, [type, count]) => ({ ...sum, [type]: (sum[type] ?? 0) + count }), one);

test.each([
  ['A worker', 14],
  ['The same behind an internal load balancer', 27],
  ['The same behind a public one', 28],
  ['The same with `domainName`', 30],
  ['The stop analyzer', 18],
  ['Its topic, without `alarmTopic`', 3],
  ['A cluster that the construct creates', 4],
  ['A VPC that the construct creates', 21],
  ['Its public subnets', 10],
  ['The protection of load balancers', 2],
])('docs/COSTS.md counts: %s, %i', (choice, count) => {
  expect(COSTS).toContain(`| ${choice} | ${count} |`);
  expect([sumOf(WORKER), 27, 28, sumOf(PUBLIC), ...Object.values(SHARED).map(sumOf)]).toContain(count);
});
