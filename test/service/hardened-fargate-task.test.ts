import { App, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { declareIn, imageIn, newStack, only } from './declare';
import { HardenedFargateTask, type HardenedFargateTaskProps, StopAnalysis, StopAnalyzer } from '../../src/index';
import { FLAG_SETS } from '../guardrails/cdk-init-flags';

const NIGHTLY = { schedule: ScheduleExpression.cron({ hour: '3', minute: '0' }) };

const taskIn = (stack: Stack, props: Partial<HardenedFargateTaskProps> = {}, id = 'Report') => new HardenedFargateTask(stack, id, { image: imageIn(stack), ...props });

const scheduled = (props: Partial<HardenedFargateTaskProps> = {}): Template => {
  const stack = newStack();
  taskIn(stack, props).schedule('Nightly', NIGHTLY);
  return Template.fromStack(stack);
};

describe('a scheduled task', () => {
  const template = scheduled();

  test('is as hardened as that of a service', () => {
    const stack = newStack();
    declareIn(stack, { enableExecuteCommand: false });
    const { ContainerDefinitions: [{ LogConfiguration: _, ...ofService }] } = only(Template.fromStack(stack), 'AWS::ECS::TaskDefinition');
    const { ContainerDefinitions: [{ LogConfiguration: __, ...ofTask }] } = only(template, 'AWS::ECS::TaskDefinition');
    expect(ofTask).toEqual(JSON.parse(JSON.stringify(ofService).replace(/Web/g, 'Report')));
    expect(ofTask).toMatchObject({ ReadonlyRootFilesystem: true, StopTimeout: 30 });
  });

  test('runs out of reach, from EventBridge Scheduler, with tags', () => {
    const { Target, ScheduleExpression: expression } = only(template, 'AWS::Scheduler::Schedule');
    expect(expression).toBe('cron(0 3 * * ? *)');
    expect(Target.EcsParameters).toMatchObject({
      LaunchType: 'FARGATE',
      EnableECSManagedTags: true,
      PropagateTags: 'TASK_DEFINITION',
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', SecurityGroups: [{ 'Fn::GetAtt': [expect.stringMatching(/^ReportSecurityGroup/), 'GroupId'] }] } },
    });
  });

  test('is asked for again for an hour when ECS refuses, and then told of', () => {
    const { Target: { RetryPolicy, DeadLetterConfig } } = only(template, 'AWS::Scheduler::Schedule');
    expect(RetryPolicy).toMatchObject({ MaximumEventAgeInSeconds: 3600 });
    expect(DeadLetterConfig.Arn['Fn::GetAtt'][0]).toMatch(/^ReportDeadLetters/);
    const [alarm] = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([id]) => id.startsWith('ReportFailedInvocations')).map(([, { Properties }]) => Properties);
    expect(alarm).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 0, TreatMissingData: 'notBreaching' });
    expect(alarm.AlarmActions).toHaveLength(1);
  });

  test('is explained by the stop analyzer when it stops, whoever runs it', () => {
    const patterns = Object.values(template.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties.EventPattern).filter(pattern => pattern !== undefined);
    const stops = patterns.filter(pattern => pattern.detail?.taskDefinitionArn !== undefined);
    expect(stops).toHaveLength(1);
    expect(stops[0].detail).toMatchObject({ lastStatus: ['STOPPED'] });
    expect(JSON.stringify(stops[0].detail.taskDefinitionArn)).toContain(':task-definition/ShopReportTaskDefinition');
    expect(stops[0].detail.group).toBeUndefined();
  });

  test('lets nobody put invocations into the queue without TLS, and the scheduler only', () => {
    const policies = JSON.stringify(template.findResources('AWS::SQS::QueuePolicy'));
    expect(policies).toContain('aws:SecureTransport');
    expect(policies).not.toContain('"Effect":"Allow","Principal":"*"');
  });
});

describe.each(Object.entries(FLAG_SETS))('with %s', (_, context) => {
  test('neither the guardrails nor cdk-nag find anything', () => {
    const app = new App({ context });
    const stack = new Stack(app, 'Shop');
    const { cluster } = declareIn(stack);
    taskIn(stack, { cluster }).schedule('Nightly', NIGHTLY);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});

test('names, roles, log group, files and storage are given to a task as to a service', () => {
  const stack = newStack();
  const role = (name: string) => iam.Role.fromRoleArn(stack, name, `arn:aws:iam::111122223333:role/${name}`, { mutable: false });
  taskIn(stack, {
    family: 'report',
    taskRole: role('reports'),
    executionRole: role('starts'),
    logGroup: logs.LogGroup.fromLogGroupName(stack, 'Log', '/shop/report'),
    ephemeralStorageGiB: 50,
    environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Settings', 'settings'), 'report.env')],
  });
  const { ContainerDefinitions: [container], ...task } = only(Template.fromStack(stack), 'AWS::ECS::TaskDefinition');
  expect(task).toMatchObject({
    Family: 'report',
    TaskRoleArn: 'arn:aws:iam::111122223333:role/reports',
    ExecutionRoleArn: 'arn:aws:iam::111122223333:role/starts',
    EphemeralStorage: { SizeInGiB: 50 },
  });
  expect(container.LogConfiguration.Options['awslogs-group']).toBe('/shop/report');
  expect(container.EnvironmentFiles).toHaveLength(1);
});

test('the scheduler alone may use its role, for schedules of this account', () => {
  const roles = Object.values(scheduled().findResources('AWS::IAM::Role')).map(({ Properties }) => Properties);
  const role = roles.find(({ Description = '' }) => Description === 'Runs Shop/Report on its schedules');
  const [{ Principal, Condition }] = role?.AssumeRolePolicyDocument.Statement ?? [];
  expect(Principal).toEqual({ Service: 'scheduler.amazonaws.com' });
  expect(Object.keys(Condition.StringEquals)).toEqual(['aws:SourceAccount', 'aws:SourceArn']);
});

test('another schedule runs another command, and shares the queue of what failed', () => {
  const stack = newStack();
  const task = taskIn(stack);
  task.schedule('Nightly', NIGHTLY);
  task.schedule('Hourly', { schedule: ScheduleExpression.rate(Duration.hours(1)), command: ['report', '--short'], maxEventAge: Duration.minutes(10), retryAttempts: 3 });
  const [, hourly] = Object.values(Template.fromStack(stack).findResources('AWS::Scheduler::Schedule')).map(({ Properties }) => Properties)
    .sort((one, other) => one.ScheduleExpression < other.ScheduleExpression ? -1 : 1);
  expect(JSON.parse(hourly.Target.Input)).toEqual({ containerOverrides: [{ name: 'app', command: ['report', '--short'] }] });
  expect(hourly.Target.RetryPolicy).toEqual({ MaximumEventAgeInSeconds: 600, MaximumRetryAttempts: 3 });
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::SQS::Queue')).filter(id => id.startsWith('Report'))).toHaveLength(1);
});

test('somebody may run it, and pass its two roles and no other', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
  taskIn(stack).grantRun(role);
  const [policy] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('Operator')).map(([, { Properties }]) => Properties);
  const passed = policy.PolicyDocument.Statement.find(({ Action }: { Action: string }) => Action === 'iam:PassRole').Resource;
  expect(passed.map((resource: { 'Fn::GetAtt': string[] }) => resource['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['ReportExecutionRole', 'ReportTaskRole']);
});

test('the command that runs it once is an output, with subnets and security group', () => {
  const [output] = Object.values(scheduled().findOutputs('*')).filter(({ Description = '' }) => Description === 'Runs Shop/Report once');
  const text = JSON.stringify(output.Value);
  expect(text).toContain('aws ecs run-task --cluster ');
  for (const part of ['--task-definition', '--launch-type FARGATE', '--network-configuration', 'awsvpcConfiguration', 'DISABLED']) expect(text).toContain(part);
});

test('an analyzer that is declared apart explains it by a rule in the stack of the task', () => {
  const app = new App();
  const analyzer = new StopAnalyzer(newStack(app, 'Watch'), 'Analyzer', { services: [] });
  const stack = newStack(app);
  taskIn(stack, { stopAnalysis: StopAnalysis.by(analyzer) });
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::Events::Rule'))).toHaveLength(1);
});

test('without an analyzer, alarms need a topic', () => {
  const stack = newStack();
  expect(() => taskIn(stack, { stopAnalysis: StopAnalysis.none('it is watched otherwise') })).toThrow("set 'alarmTopic'");
  expect(() => taskIn(stack, { stopAnalysis: StopAnalysis.none('it is watched otherwise'), alarmTopic: new sns.Topic(stack, 'Oncall') }, 'Other')).not.toThrow();
});

test('an environment to throw away keeps nothing', () => {
  const template = scheduled({ removalPolicy: RemovalPolicy.DESTROY });
  const kept = Object.entries(template.toJSON().Resources as Record<string, { DeletionPolicy?: string }>).filter(([, { DeletionPolicy }]) => DeletionPolicy?.startsWith('Retain')).map(([id]) => id);
  expect(kept.filter(id => id.startsWith('Report'))).toEqual([]);
});

test.each(['every night at 3', 'cron()', '0 3 * * ? *'])('a schedule that EventBridge Scheduler rejects is refused: %s', expression => {
  const task = taskIn(newStack());
  expect(() => task.schedule('Nightly', { schedule: ScheduleExpression.expression(expression) })).toThrow(
    `[Shop/Report] 'schedule' is '${expression}', but EventBridge Scheduler accepts at(…), cron(…), and rate(…) only`,
  );
});

test('a task mounts files as docs/JOBS.md says, and no guardrail finds a fault', () => {
  const stack = newStack(new App());
  const task = taskIn(stack);
  const fileSystem = new efs.FileSystem(stack, 'Files', { vpc: task.vpc, encrypted: true });
  const accessPoint = fileSystem.addAccessPoint('Data', { path: '/data', posixUser: { uid: '1000', gid: '1000' } });
  task.taskDefinition.addVolume({
    name: 'files',
    efsVolumeConfiguration: {
      fileSystemId: fileSystem.fileSystemId,
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' },
    },
  });
  task.container.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
  fileSystem.grantReadWrite(task.taskRole);
  task.connections.allowToDefaultPort(fileSystem);
  expect(JSON.stringify(only(Template.fromStack(stack), 'AWS::ECS::TaskDefinition').Volumes)).toContain('"TransitEncryption":"ENABLED"');
});
