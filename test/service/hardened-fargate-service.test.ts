import { App, Duration, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { behindHttps, containerOf, declared, declareIn, endpointsOf, idsOf, imageIn, newStack, only } from './declare';
import { HardenedFargateService } from '../../src/index';
import { propertiesOf } from '../found';

const SMALLEST = declared();
const service = only(SMALLEST, 'AWS::ECS::Service');
const container = containerOf(SMALLEST);

describe('a service that is declared with nothing but its image', () => {
  test('runs in isolated subnets of two zones, without a public address', () => {
    expect(service.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp).toBe('DISABLED');
    expect(service.NetworkConfiguration.AwsvpcConfiguration.Subnets).toHaveLength(2);
    expect(idsOf(SMALLEST, 'AWS::EC2::InternetGateway')).toEqual([]);
    expect(idsOf(SMALLEST, 'AWS::EC2::NatGateway')).toEqual([]);
  });

  test('has the endpoints that it needs and no others', () => {
    expect(endpointsOf(SMALLEST)).toEqual(['ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'ssmmessages']);
  });

  test('runs two tasks, and never fewer while it is deployed', () => {
    expect(service.DesiredCount).toBe(2);
    expect(service.DeploymentConfiguration).toMatchObject({ MinimumHealthyPercent: 100, MaximumPercent: 200 });
    expect(service.AvailabilityZoneRebalancing).toBe('ENABLED');
  });

  test('rolls a deployment back whose tasks keep failing', () => {
    expect(service.DeploymentConfiguration.DeploymentCircuitBreaker).toEqual({ Enable: true, Rollback: true });
  });

  test('has a capacity provider strategy, because getting one later would replace it', () => {
    expect(service.CapacityProviderStrategy).toEqual([{ CapacityProvider: 'FARGATE', Weight: 1 }]);
    expect(service.LaunchType).toBeUndefined();
  });

  test('passes its tags on to its tasks', () => {
    expect(service).toMatchObject({ PropagateTags: 'SERVICE', EnableECSManagedTags: true });
  });

  test('has no grace period, which ECS refuses without a load balancer', () => {
    expect(service.HealthCheckGracePeriodSeconds).toBeUndefined();
  });

  test('admits nobody', () => {
    const groups = SMALLEST.findResources('AWS::EC2::SecurityGroup', { Properties: { GroupDescription: 'Tasks of Shop/Web' } });
    expect(Object.values(groups).map(group => group.Properties.SecurityGroupIngress)).toEqual([undefined]);
    expect(idsOf(SMALLEST, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });

  test('starts no task before roles, capacity, endpoints and the analyzer are ready', () => {
    const [{ DependsOn: waitsFor }] = Object.values(SMALLEST.findResources('AWS::ECS::Service'));
    const types = new Set(waitsFor.map((id: string) => SMALLEST.toJSON().Resources[id].Type));
    expect(types).toEqual(new Set([
      'AWS::EC2::RouteTable', 'AWS::EC2::Subnet', 'AWS::EC2::SubnetRouteTableAssociation', 'AWS::EC2::VPCEndpoint',
      'AWS::ECS::ClusterCapacityProviderAssociations', 'AWS::Events::Rule', 'AWS::IAM::Policy', 'AWS::IAM::Role',
      'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy',
    ]));
    expect(waitsFor).toEqual(expect.arrayContaining([expect.stringMatching(/^WebExecutionRoleDefaultPolicy/)]));
  });

  test('mounts its root read-only, and writes to /tmp', () => {
    expect(container.ReadonlyRootFilesystem).toBe(true);
    expect(container.MountPoints).toContainEqual({ ContainerPath: '/tmp', ReadOnly: false, SourceVolume: 'writable-tmp' });
  });

  test('says which system and processor it is for', () => {
    expect(only(SMALLEST, 'AWS::ECS::TaskDefinition').RuntimePlatform).toEqual({ CpuArchitecture: 'X86_64', OperatingSystemFamily: 'LINUX' });
  });

  test('never waits for its own log', () => {
    expect(container.LogConfiguration).toMatchObject({ LogDriver: 'awslogs', Options: { 'mode': 'non-blocking', 'max-buffer-size': '26214400b' } });
  });

  test('keeps its log for three months, also when the stack is deleted', () => {
    const logGroup = SMALLEST.toJSON().Resources[container.LogConfiguration.Options['awslogs-group'].Ref];
    expect(logGroup).toMatchObject({ Properties: { RetentionInDays: 90 }, DeletionPolicy: 'Retain' });
  });
});

test('a service with secrets reads exactly these before it starts, and has the endpoint for each store', () => {
  const template = declared(stack => ({
    secrets: {
      PASSWORD: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Password')),
      FLAGS: ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Flags', { parameterName: '/flags' })),
    },
  }));
  expect(endpointsOf(template)).toEqual(expect.arrayContaining(['secretsmanager', 'ssm']));
  template.hasResourceProperties('AWS::IAM::Policy', {
    Roles: [{ Ref: Match.stringLikeRegexp('^WebExecutionRole') }],
    PolicyDocument: {
      Statement: Match.arrayWith([
        { Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], Effect: 'Allow', Resource: { Ref: Match.stringLikeRegexp('^Password') } },
      ]),
    },
  });
});

test('what is granted to a service after it was declared can be reached, and secrets that are added can be read', () => {
  const stack = newStack();
  const web = declareIn(stack);
  new dynamodb.TableV2(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadData(web);
  new sqs.Queue(stack, 'Mails').grantSendMessages(web);
  web.container.addSecret('PASSWORD', ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Password')));
  const template = Template.fromStack(stack);
  expect(endpointsOf(template)).toEqual(['dynamodb', 'ecr.api', 'ecr.dkr', 'kms', 'logs', 's3', 'secretsmanager', 'sqs', 'ssmmessages']);
  const [{ DependsOn: waitsFor }] = Object.values(template.findResources('AWS::ECS::Service'));
  expect(waitsFor).toEqual(expect.arrayContaining(idsOf(template, 'AWS::EC2::VPCEndpoint')));
});

test('what a sidecar needs that is added later is there too', () => {
  const stack = newStack();
  const web = declareIn(stack, { memoryLimitMiB: 1024, enableExecuteCommand: false });
  const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: '/token' });
  web.taskDefinition.addContainer('agent', {
    image: imageIn(stack),
    user: '65532:65532',
    readonlyRootFilesystem: true,
    memoryLimitMiB: 128,
    stopTimeout: Duration.seconds(30),
    logging: ecs.LogDrivers.awsLogs({ logGroup: web.logGroup, streamPrefix: 'agent' }),
    secrets: { TOKEN: ecs.Secret.fromSsmParameter(parameter) },
  });
  expect(endpointsOf(Template.fromStack(stack))).toContain('ssm');
});

test('what is granted to a service behind a NAT gateway gets what is free', () => {
  const stack = newStack();
  const web = declareIn(stack, { vpc: new ec2.Vpc(stack, 'Vpc') });
  new dynamodb.TableV2(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadData(web);
  new sqs.Queue(stack, 'Mails').grantSendMessages(web);
  expect(endpointsOf(Template.fromStack(stack))).toEqual(['dynamodb', 's3']);
});

test('an endpoint that the app declares after the service, for what the application was granted, is used', () => {
  const stack = newStack();
  const web = declareIn(stack);
  new sqs.Queue(stack, 'Mails').grantSendMessages(web);
  web.vpc.addInterfaceEndpoint('Mine', { service: ec2.InterfaceVpcEndpointAwsService.SQS });
  expect(endpointsOf(Template.fromStack(stack)).filter(name => name === 'sqs')).toEqual(['sqs']);
});

test('what is granted to a service goes to its task role', () => {
  const stack = newStack();
  new dynamodb.TableV2(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }).grantReadData(declareIn(stack));
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyName: Match.stringLikeRegexp('^WebTaskRoleDefaultPolicy'),
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['dynamodb:GetItem']) })]) },
  });
});

test('what a service may connect to admits its tasks', () => {
  const stack = newStack();
  const web = declareIn(stack);
  const database = new rds.DatabaseCluster(stack, 'Database', {
    engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }),
    writer: rds.ClusterInstance.serverlessV2('Writer'),
    vpc: web.vpc,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
  });
  database.connections.allowDefaultPortFrom(web);
  Template.fromStack(stack).hasResourceProperties('AWS::EC2::SecurityGroupIngress', {
    GroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Database'), 'GroupId'] },
    SourceSecurityGroupId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^WebSecurityGroup'), 'GroupId'] },
  });
});

test('alarms and diagnoses go to the topic that is given', () => {
  const stack = newStack();
  const topic = new sns.Topic(stack, 'Oncall');
  const web = declareIn(stack, { alarmTopic: topic });
  const template = Template.fromStack(stack);
  expect(web.stopAnalyzer.topic).toBe(topic);
  expect(web.alarms.length).toBeGreaterThan(0);
  for (const { AlarmActions } of propertiesOf(template, 'AWS::CloudWatch::CompositeAlarm')) {
    expect(AlarmActions).toEqual([stack.resolve(topic.topicArn)]);
  }
});

test('alarms and diagnoses go to one topic that is made, when none is given', () => {
  const stack = newStack();
  const [one, other] = [declareIn(stack, {}, 'One'), declareIn(stack, {}, 'Other')];
  const template = Template.fromStack(stack);
  expect(one.stopAnalyzer.topic).toBe(other.stopAnalyzer.topic);
  template.resourceCountIs('AWS::SNS::Topic', 1);
  for (const { AlarmActions } of propertiesOf(template, 'AWS::CloudWatch::CompositeAlarm')) {
    expect(AlarmActions).toEqual([stack.resolve(one.stopAnalyzer.topic.topicArn)]);
  }
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } })]) },
  });
});

describe('several services', () => {
  test('of one stack have what is theirs, and share an analyzer', () => {
    const stack = newStack();
    const [one, other] = [declareIn(stack, {}, 'One'), declareIn(stack, {}, 'Other')];
    Template.fromStack(stack).resourceCountIs('AWS::ECS::Cluster', 2);
    expect(one.stopAnalyzer).toBe(other.stopAnalyzer);
  });

  test('of one cluster share VPC, endpoints and the record of sessions', () => {
    const stack = newStack();
    const one = declareIn(stack, {}, 'One');
    declareIn(stack, { cluster: one.cluster }, 'Other');
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EC2::VPC', 1);
    expect(endpointsOf(template)).toEqual(endpointsOf(SMALLEST));
    template.allResourcesProperties('AWS::ECS::Service', { EnableExecuteCommand: true });
  });

  test('of one VPC may have a cluster each', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    declareIn(stack, { vpc }, 'One');
    declareIn(stack, { vpc }, 'Other');
    Template.fromStack(stack).resourceCountIs('AWS::EC2::VPC', 1);
  });

  test('starts no task before the way out through a NAT gateway is open', () => {
    const stack = newStack();
    declareIn(stack, { vpc: new ec2.Vpc(stack, 'Vpc') });
    const [{ DependsOn: waitsFor }] = Object.values(Template.fromStack(stack).findResources('AWS::ECS::Service'));
    expect(waitsFor).toContainEqual(expect.stringMatching(/^VpcPrivateSubnet1DefaultRoute/));
  });

  test('of several stacks share a cluster that lives in the first, and the last one may leave it, because no export holds it', () => {
    const app = new App();
    const [first, second] = [newStack(app, 'First'), newStack(app, 'Second')];
    const one = declareIn(first, behindHttps(first), 'One');
    declareIn(second, { ...behindHttps(second), cluster: one.cluster }, 'Other');
    const template = Template.fromStack(second);
    template.resourceCountIs('AWS::ECS::Service', 1);
    template.resourceCountIs('AWS::EC2::VPC', 0);
    expect(second.dependencies).toEqual([first]);
    expect(first.dependencies).toEqual([]);
    const outputs: Record<string, { Export?: unknown }> = Template.fromStack(first).toJSON().Outputs ?? {};
    expect(Object.keys(outputs).length).toBeGreaterThan(0);
    expect(Object.values(outputs).filter(({ Export }) => Export !== undefined)).toEqual([]);
    expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
  });

  test('may use a VPC, a cluster, a database and a topic of other stacks', () => {
    const app = new App();
    const base = newStack(app, 'Base');
    const vpc = new ec2.Vpc(base, 'Vpc');
    const topic = new sns.Topic(base, 'Oncall');
    const table = new dynamodb.TableV2(base, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    const stack = newStack(app);
    table.grantReadData(declareIn(stack, { ...behindHttps(stack), vpc, alarmTopic: topic }));
    expect(() => app.synth()).not.toThrow();
    expect(Stack.of(vpc).dependencies).toEqual([]);
  });
});

test('an unsafe change of a hardened service is refused, wherever it comes from', () => {
  const stack = newStack();
  const { service: made } = declareIn(stack);
  (made.node.defaultChild as ecs.CfnService).addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker', undefined);
  expect(() => Template.fromStack(stack)).toThrow(/circuit-breaker/);
});

test('a service may live in a stage, in a nested stack, and below its own cluster', () => {
  const app = new App();
  const stack = newStack(app);
  declareIn(new NestedStack(stack, 'Nested') as Stack);
  const staged = new Stack(new Stage(app, 'Production'), 'Shop');
  const vpc = new ec2.Vpc(staged, 'Vpc');
  const cluster = new ecs.Cluster(staged, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
  new HardenedFargateService(cluster, 'Web', { image: imageIn(staged), cluster });
  expect(() => app.synth()).not.toThrow();
  // Reading the template finds circles of dependencies, too.
  Template.fromStack(staged).resourceCountIs('AWS::ECS::Service', 1);
});
