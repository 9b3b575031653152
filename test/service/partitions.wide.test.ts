import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { declareIn, imageIn } from './declare';
import {
  Deployment, HardenedFargateTask, HardenedQueue, LoadBalancing, Scaling, ServiceDashboard, SharedLoadBalancer,
} from '../../src/index';

const CERTIFICATE = 'certificate/a-certificate';

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** A stack with a service of every kind, a task, a queue and a dashboard. The guardrails judge it when it is synthesized. */
function everyShapeIn(region: string | undefined): Template {
  const stack = new Stack(new App(), 'Shop', { env: { region, account: '111122223333' } });
  const image = imageIn(stack);
  const certificate = acm.Certificate.fromCertificateArn(stack, 'Certificate', `arn:aws-cn:acm:${region ?? 'cn-north-1'}:111122223333:${CERTIFICATE}`);
  const web = declareIn(stack, {
    containerPort: 8080,
    loadBalancing: LoadBalancing.publicHttps({ certificate }),
    deployment: Deployment.blueGreen(),
    secrets: {
      PASSWORD: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Password')),
      FLAGS: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Flags', { parameterName: '/flags' })),
    },
  });
  const { cluster, vpc } = web;
  const further = { image, cluster };
  declareIn(stack, { ...further, containerPort: 8080, loadBalancing: LoadBalancing.internal() }, 'Api');
  declareIn(stack, { ...further, containerPort: 8080, loadBalancing: LoadBalancing.network({ protocol: elbv2.Protocol.TLS, certificate, internetFacing: true }) }, 'Broker');
  const shared = new SharedLoadBalancer(stack, 'Shared', { vpc });
  declareIn(stack, { ...further, containerPort: 8080, loadBalancing: LoadBalancing.shared(shared, { paths: ['/orders/*'] }) }, 'Orders');
  const mails = new HardenedQueue(stack, 'Mails');
  const worker = declareIn(stack, { ...further, scaling: Scaling.onQueue(mails, { maxCapacity: 4, backlogPerTask: 10 }) }, 'Worker');
  mails.grantConsumeMessages(worker);
  new sns.Topic(stack, 'Sent').grantPublish(worker);
  new dynamodb.Table(stack, 'Done', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadWriteData(worker);
  new HardenedFargateTask(stack, 'Report', further).schedule('Nightly', { schedule: ScheduleExpression.rate(Duration.days(1)) });
  web.runBeforeDeployment(new HardenedFargateTask(stack, 'Migration', further));
  new ServiceDashboard(stack, 'Dashboard', { service: web });
  return Template.fromStack(stack);
}

/** AWS names these principals in every partition alike. */
const PRINCIPALS = [
  'cloudwatch', 'delivery.logs', 'ecs', 'ecs-tasks', 'events', 'lambda', 'logdelivery.elasticloadbalancing', 'scheduler', 'states', 'vpc-flow-logs',
].map(name => `${name}.amazonaws.com`);

/** The names that `aws ec2 describe-vpc-endpoint-services` lists in both Regions of China. */
const SERVICES_OF_CHINA = (region: string) => [
  `cn.com.amazonaws.${region}.ecr.api`,
  `cn.com.amazonaws.${region}.ecr.dkr`,
  `cn.com.amazonaws.${region}.sqs`,
  `com.amazonaws.${region}.dynamodb`,
  `com.amazonaws.${region}.kms`,
  `com.amazonaws.${region}.logs`,
  `com.amazonaws.${region}.s3`,
  `com.amazonaws.${region}.secretsmanager`,
  `com.amazonaws.${region}.sns`,
  `com.amazonaws.${region}.ssm`,
  `com.amazonaws.${region}.ssmmessages`,
];

/** What deployment makes of a value in a Region of China. */
function inChina(value: unknown, region: string): string {
  if (typeof value === 'string') return value;
  const [[name, argument]] = Object.entries(value as Record<string, any>);
  if (name === 'Ref') return argument === 'AWS::Region' ? region : `\${${argument}}`;
  if (name === 'Fn::If') return inChina(argument[argument[0] === 'HardenedFargateInChina' ? 1 : 2], region);
  if (name === 'Fn::Join') return argument[1].map((part: unknown) => inChina(part, region)).join(argument[0]);
  return '';
}

const propertiesOf = (template: Template, type: string) => Object.values(template.findResources(type)).map(({ Properties }) => Properties);

const TEMPLATES = new Map([undefined, 'cn-north-1', 'cn-northwest-1'].map(region => [region, everyShapeIn(region)]));

describe.each([
  ['cn-north-1', 'cn-north-1'], ['cn-northwest-1', 'cn-northwest-1'], [undefined, 'cn-north-1'], [undefined, 'cn-northwest-1'],
])('a template for the Region %s, deployed in %s', (known, region) => {
  const template = TEMPLATES.get(known) ?? everyShapeIn(known);
  const texts = textsIn(template.toJSON().Resources);

  test('names the partition of no ARN but those that are given', () => {
    expect(texts.filter(text => /arn:aws[a-z-]*:/.test(text) && !text.endsWith(CERTIFICATE))).toEqual([]);
  });

  test('writes out no domain but those of service principals, of a service-linked role and of the console', () => {
    const written = texts.filter(text => /amazonaws\.com(?!\.cn)/.test(text) && !PRINCIPALS.includes(text));
    expect(written.map(text => text.replace(/^.*(:role\/)/, '$1')).filter(text =>
      text !== ':role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService')).toEqual([]);
  });

  test('has the endpoint services of China, and no other', () => {
    const names = propertiesOf(template, 'AWS::EC2::VPCEndpoint').map(({ ServiceName }) => inChina(ServiceName, region));
    expect(names.sort()).toEqual(SERVICES_OF_CHINA(region));
  });

  test('leads from the dashboard to the console of China', () => {
    const [{ DashboardBody: body }] = propertiesOf(template, 'AWS::CloudWatch::Dashboard');
    const hosts = [...inChina(body, region).matchAll(/https:\/\/([a-z0-9.-]*console[a-z0-9.-]*)\//g)].map(([, host]) => host);
    expect(new Set(hosts)).toEqual(new Set([`${region}.console.amazonaws.cn`]));
  });

  test('lets the service of ELB write access logs, and in a Region that is known the account that its older policy names', () => {
    const accounts: Readonly<Record<string, string>> = { 'cn-north-1': '638102146993', 'cn-northwest-1': '037604701340' };
    const writers = propertiesOf(template, 'AWS::S3::BucketPolicy').flatMap(({ PolicyDocument: { Statement } }) => Statement)
      .filter(({ Effect, Action }) => Effect === 'Allow' && Action === 's3:PutObject').map(({ Principal }) => Principal);
    const ofRequests = writers.filter(({ Service }) => Service === 'logdelivery.elasticloadbalancing.amazonaws.com');
    expect(ofRequests).toHaveLength(3);
    for (const { AWS } of ofRequests) {
      expect(AWS && inChina(AWS, region)).toBe(known && `arn:\${AWS::Partition}:iam::${accounts[known]}:root`);
    }
    expect(writers).toContainEqual({ Service: 'delivery.logs.amazonaws.com' });
  });
});

test('a stack has one condition, however many VPCs are in it, and one that names its Region has none', () => {
  const stack = new Stack(new App(), 'Shop');
  for (const id of ['Web', 'Api']) declareIn(stack, {}, id);
  expect(Object.keys(Template.fromStack(stack).toJSON().Conditions)).toEqual(['HardenedFargateInChina']);
  expect(everyShapeIn('eu-central-1').toJSON().Conditions).toBeUndefined();
});

test.each([
  ['eusc-de-east-1', 'eu.amazonaws'], ['us-iso-east-1', 'gov.ic.c2s'], ['us-isob-east-1', 'gov.sgov.sc2s'],
])('a template for %s, which has to be known, has the endpoint services of ECR there', (region, prefix) => {
  const stack = new Stack(new App(), 'Shop', { env: { region, account: '111122223333' } });
  declareIn(stack);
  expect(textsIn(Template.fromStack(stack).toJSON().Resources)).toContain(`${prefix}.${region}.ecr.api`);
});
