import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_ACTIONS } from '../../src/jobs/protocol/job-properties';
import { AwsEndpoint, DENIED } from '../fake-aws/aws-endpoint';
import { LambdaRuntime } from '../fake-aws/lambda-runtime';

const ROOT = join(__dirname, '..', '..');
const DIRECTORY = join(ROOT, 'assets', 'jobs', 'before-deployment');
const TASK_ARN = 'arn:aws:ecs:us-east-2:111122223333:task/shop/0123456789abcdef0123456789abcdef';

const JOB = {
  Cluster: 'arn:aws:ecs:us-east-2:111122223333:cluster/shop',
  TaskDefinition: 'arn:aws:ecs:us-east-2:111122223333:task-definition/ShopMigration:7',
  Subnets: ['subnet-1', 'subnet-2'],
  SecurityGroups: ['sg-1'],
  Container: 'app',
  LogGroup: 'Shop-MigrationLog',
  TimeoutSeconds: '1800',
};

const CREATE = {
  RequestType: 'Create',
  RequestId: 'b9d3a8e0-1111-2222-3333-444455556666',
  LogicalResourceId: 'Before',
  ResourceType: 'Custom::FargateJobBeforeDeployment',
  StackId: 'arn:aws:cloudformation:us-east-2:111122223333:stack/Shop/1',
  ServiceToken: 'arn',
  ResponseURL: 'https://example.com',
  ResourceProperties: JOB,
};

const stopped = (exitCode: number | undefined, more: object = {}) => ({
  taskArn: TASK_ARN,
  clusterArn: JOB.Cluster,
  taskDefinitionArn: JOB.TaskDefinition,
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  group: 'family:ShopMigration',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', lastStatus: 'STOPPED', ...exitCode !== undefined && { exitCode } }],
  ...more,
});

let aws: AwsEndpoint;
let start: LambdaRuntime;
let wait: LambdaRuntime;

const load = (handler: string) => LambdaRuntime.start({ directory: DIRECTORY, handler, environment: { ...aws.environment, RETRY_MILLISECONDS: '1' } });

beforeAll(async () => {
  if (!existsSync(join(DIRECTORY, 'index.js'))) execFileSync('npm', ['run', 'bundle'], { cwd: ROOT, stdio: 'pipe' });
  aws = await AwsEndpoint.start();
  [start, wait] = [await load('index.onEvent'), await load('index.isComplete')];
});

beforeEach(() => aws.hold({
  'ecs:RunTask': { tasks: [{ taskArn: TASK_ARN, lastStatus: 'PROVISIONING' }], failures: [] },
  'ecs:DescribeTasks': { tasks: [stopped(0)], failures: [] },
  'ecs:StopTask': { task: { taskArn: TASK_ARN } },
  'logs:GetLogEvents': { events: [{ message: 'applying 0042_orders.sql' }, { message: 'Error: connect ECONNREFUSED 10.0.3.17:5432' }] },
}));
afterEach(() => aws.recover());
afterAll(async () => {
  await start.stop();
  await wait.stop();
  await aws.stop();
});

const running = (secondsAgo = 1) => ({ ...CREATE, Data: { TaskArn: TASK_ARN, StartedAt: new Date(Date.now() - secondsAgo * 1000).toISOString() } });
const called = () => [...new Set(aws.calls.map(({ action }) => action))].sort();

describe('the function as it is shipped', () => {
  test('starts the task of the request out of reach, once however often CloudFormation asks', async () => {
    const [answer] = [await start.invoke(CREATE), await start.invoke(CREATE)];
    expect(answer).toMatchObject({ PhysicalResourceId: 'Before', Data: { TaskArn: TASK_ARN, StartedAt: expect.stringMatching(/^20.*Z$/) } });
    const [one, again] = aws.inputsOf('ecs:RunTask');
    expect(one).toMatchObject({
      cluster: JOB.Cluster,
      taskDefinition: JOB.TaskDefinition,
      launchType: 'FARGATE',
      clientToken: CREATE.RequestId,
      propagateTags: 'TASK_DEFINITION',
      networkConfiguration: { awsvpcConfiguration: { subnets: JOB.Subnets, securityGroups: JOB.SecurityGroups, assignPublicIp: 'DISABLED' } },
    });
    expect(again).toEqual(one);
  });

  test('starts nothing when a stack goes back or is deleted, and is done at once', async () => {
    const back = { ...CREATE, RequestType: 'Update', PhysicalResourceId: 'Before', OldResourceProperties: { ...JOB, TaskDefinition: JOB.TaskDefinition.replace(':7', ':8') } };
    for (const request of [back, { ...CREATE, RequestType: 'Delete', PhysicalResourceId: 'Before' }]) {
      expect(await start.invoke(request)).toEqual({ PhysicalResourceId: 'Before' });
      expect(await wait.invoke(request)).toEqual({ IsComplete: true });
    }
    expect(aws.calls).toEqual([]);
  });

  test('is told when ECS starts no task', async () => {
    aws.hold({ 'ecs:RunTask': { tasks: [], failures: [{ reason: 'RESOURCE:ENI', detail: 'no free address' }] } });
    await expect(start.invoke(CREATE)).rejects.toThrow('The task before the deployment was not started: RESOURCE:ENI. no free address');
  });

  test('waits until IAM knows of its role, and not for ever', async () => {
    let refused = 0;
    aws.refuse('ecs:RunTask', { ...DENIED, code: 'AccessDeniedException' }, () => refused++ < 2);
    expect(await start.invoke(CREATE)).toMatchObject({ Data: { TaskArn: TASK_ARN } });
    aws.refuse('ecs:RunTask', { ...DENIED, code: 'AccessDeniedException' });
    await expect(start.invoke(CREATE)).rejects.toThrow();
  });

  test('waits while the task runs, and for one that ECS does not show yet', async () => {
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(undefined, { lastStatus: 'RUNNING' })], failures: [] } });
    expect(await wait.invoke(running())).toEqual({ IsComplete: false });
    aws.hold({ 'ecs:DescribeTasks': { tasks: [], failures: [{ arn: TASK_ARN, reason: 'MISSING' }] } });
    expect(await wait.invoke(running())).toEqual({ IsComplete: false });
    await expect(wait.invoke(running(600))).rejects.toThrow(`The task before the deployment was not found: ${TASK_ARN}`);
  });

  test('is done when the application ended with 0, whatever its sidecars did', async () => {
    const containers = [{ name: 'collector', exitCode: 137 }, { name: 'app', exitCode: 0 }];
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(0, { containers })], failures: [] } });
    expect(await wait.invoke(running())).toEqual({ IsComplete: true });
  });

  test('fails the deployment with the diagnosis of the task, from its log', async () => {
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(1)], failures: [] } });
    await expect(wait.invoke(running())).rejects.toThrow(/The task before the deployment failed: .*ECONNREFUSED 10\.0\.3\.17:5432/s);
    expect(aws.inputsOf('logs:GetLogEvents')).toEqual([
      expect.objectContaining({ logGroupName: 'Shop-MigrationLog', logStreamName: 'service/app/0123456789abcdef0123456789abcdef' }),
    ]);
  });

  test('fails it without the log, too, when that cannot be read', async () => {
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(137)], failures: [] } });
    aws.refuse('logs:GetLogEvents', DENIED);
    await expect(wait.invoke(running())).rejects.toThrow(/The task before the deployment failed: /);
  });

  test('fails it when the task could not start at all', async () => {
    const unable = { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): not found', containers: [{ name: 'app' }] };
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(undefined, unable)], failures: [] } });
    await expect(wait.invoke(running())).rejects.toThrow(/The task before the deployment failed: .*CannotPull/s);
  });

  test('stops a task that takes too long, and says what it wrote last', async () => {
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(undefined, { lastStatus: 'RUNNING' })], failures: [] } });
    await expect(wait.invoke(running(1801))).rejects.toThrow(/stopped, because it took longer than 1800 seconds.*0042_orders\.sql/s);
    expect(aws.inputsOf('ecs:StopTask')).toHaveLength(1);
  });

  test('asks again when a call is throttled or the connection breaks', async () => {
    let failed = 0;
    aws.refuse('ecs:DescribeTasks', { status: 400, code: 'ThrottlingException', message: 'Rate exceeded' }, () => failed++ < 1);
    expect(await wait.invoke(running())).toEqual({ IsComplete: true });
  });

  test('goes on after it was killed: what began it is in the question', async () => {
    await start.invoke(CREATE);
    await start.stop();
    start = await load('index.onEvent');
    await start.invoke(CREATE);
    expect(aws.inputsOf('ecs:RunTask').map(({ clientToken }) => clientToken)).toEqual([CREATE.RequestId, CREATE.RequestId]);
  });

  test('calls nothing that its role does not allow', async () => {
    await start.invoke(CREATE);
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(1)], failures: [] } });
    await wait.invoke(running()).catch(() => undefined);
    aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped(undefined, { lastStatus: 'RUNNING' })], failures: [] } });
    await wait.invoke(running(1801)).catch(() => undefined);
    const allowed: readonly string[] = Object.values(JOB_ACTIONS).flat();
    expect(called()).toEqual(['ecs:DescribeTasks', 'ecs:RunTask', 'ecs:StopTask', 'logs:GetLogEvents']);
    for (const action of called()) expect(allowed).toContain(action);
  });
});
