import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { file, FOLDER, type Outcome } from './run-cli';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { service, stopEvent, TASK_ID } from '../evidence/collectors/a-stop';
import { ACCOUNT } from '../evidence/collectors/an-account-on-the-wire';
import { AwsEndpoint, DENIED } from '../fake-aws/aws-endpoint';

let aws: AwsEndpoint;

beforeAll(async () => {
  aws = await AwsEndpoint.start();
});

beforeEach(() => aws.hold({ ...ACCOUNT, 'ecs:DescribeTasks': { tasks: [stopped()] }, 'ecs:ListTasks': { taskArns: [stopEvent().detail.taskArn] } }));
afterEach(() => aws.recover());
afterAll(() => aws.stop());

/** A task as the API describes it: times are seconds. */
function stopped(fields: object = {}, minutesAgo = 5): object {
  const now = Date.now() / 1000 - 60 * minutesAgo;
  return { ...stopEvent().detail, createdAt: now - 90, startedAt: now - 60, stoppedAt: now, ...fields };
}

/** Runs the command in a process of its own, while the account goes on to answer. */
const live = (...args: readonly string[]): Promise<Outcome> => new Promise(done => {
  const env = { PATH: process.env.PATH, ...aws.environment, AWS_REGION: 'eu-west-1', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  const child = execFile(process.execPath, [resolve('assets/cli/hardened-fargate.js'), 'diagnose', ...args], { cwd: FOLDER, env }, (_error, stdout, stderr) =>
    done({ status: child.exitCode, stdout, stderr }));
  child.stdin?.end();
});

const causes = ({ stdout }: Outcome): readonly string[] => (JSON.parse(stdout) as Diagnosis[]).map(({ cause }) => cause);

test('a task is diagnosed with its log from the account, and what is read is told meanwhile', async () => {
  const outcome = await live('--cluster', 'prod', '--task', TASK_ID, '--json');
  expect(causes(outcome)).toEqual(['app/dependency-unreachable']);
  expect(outcome.status).toBe(0);
  expect(outcome.stderr).toContain('reading ecs:DescribeTasks\n');
  expect(outcome.stderr).toContain('reading logs:GetLogEvents\n');
  expect(aws.inputsOf('ecs:DescribeTasks')).toEqual([{ cluster: 'prod', tasks: [TASK_ID] }]);
});

test('saved evidence gives the same answer without the account', async () => {
  const online = await live('--cluster', 'prod', '--task', TASK_ID, '--json', '--save', 'saved.json');
  aws.recover();
  const offline = await live('saved.json', '--json');
  expect(JSON.parse(offline.stdout)).toEqual(JSON.parse(online.stdout));
  expect(aws.calls).toEqual([]);
});

test.each([
  ['in a folder that is missing', 'nowhere/saved.json', 'nowhere/saved.json: cannot be written: ENOENT'],
  ['with the name of a folder', '.', '.: cannot be written: it is a directory'],
])('a file %s is refused before the account is read', async (_what, name, told) => {
  const { status, stdout, stderr } = await live('--cluster', 'prod', '--task', TASK_ID, '--save', name);
  expect(stderr).toContain(told);
  expect({ status, stdout, calls: aws.calls }).toEqual({ status: 2, stdout: '', calls: [] });
});

test('of a service, tasks that failed alike are diagnosed once, and those that stopped before are left out', async () => {
  const tasks = [stopped(), stopped({}, 7), stopped({ containers: [{ name: 'app', exitCode: 139 }] }, 8), stopped({ containers: [{ name: 'app', exitCode: 134 }] }, 90)];
  aws.hold({ 'ecs:DescribeTasks': { tasks }, 'logs:GetLogEvents': { events: [] } });
  expect(causes(await live('--cluster', 'prod', '--service', 'web', '--json'))).toEqual(['exit/application-error', 'exit/segfault']);
});

test('a service that is well is told in one sentence, or as an empty list', async () => {
  aws.hold({ 'ecs:ListTasks': { taskArns: [] }, 'ecs:DescribeServices': service({ runningCount: 2 }) });
  expect(await live('--cluster', 'prod', '--service', 'web')).toMatchObject({ status: 0, stdout: 'Nothing failed: service web runs 2 of 2 tasks.\n' });
  expect(await live('--cluster', 'prod', '--service', 'web', '--json')).toMatchObject({ status: 0, stdout: '[]\n' });
});

test.each([
  ['a service that is well', ['--service', 'web'], { 'ecs:ListTasks': { taskArns: [] }, 'ecs:DescribeServices': service({ runningCount: 2, tags: [{ key: 'token', value: 'hunter2hunter2' }] }) }],
  ['a task that runs', ['--task', TASK_ID], { 'ecs:DescribeTasks': { tasks: [{ ...stopEvent().detail, lastStatus: 'RUNNING', desiredStatus: 'RUNNING', stopCode: undefined, stoppedReason: undefined, stoppedAt: undefined, containers: [] }] } }],
])('%s is saved as it was read, without secrets, and gives the same answer without the account', async (_what, named, held) => {
  aws.hold(held);
  for (const json of [[], ['--json']]) {
    const online = await live('--cluster', 'prod', ...named, ...json, '--save', 'well.json');
    const offline = await live('well.json', ...json);
    expect({ status: offline.status, stdout: offline.stdout }).toEqual({ status: 0, stdout: online.stdout });
    expect(online.stdout).toMatch(json.length > 0 ? /^\[\]\n$/ : /^Nothing failed: .*\.\n$/);
    expect(readFileSync(join(FOLDER, 'well.json'), 'utf8')).not.toContain('hunter2');
  }
});

test('where nothing could be read, what was saved before is kept', async () => {
  const before = file('before.json', { savedEvidence: [] });
  aws.refuse('ecs:DescribeTasks', DENIED);
  const { status, stderr } = await live('--cluster', 'prod', '--task', TASK_ID, '--save', before);
  expect({ status, kept: readFileSync(join(FOLDER, before), 'utf8') }).toEqual({ status: 2, kept: '{"savedEvidence":[]}' });
  expect(stderr).toContain('before.json: is not written, because nothing was read\n');
});

test('a saved answer of a service that is well is saved with the same answer again', async () => {
  const read = file('services.json', service({ runningCount: 2 }));
  await live(read, '--save', 'again.json');
  expect(await live('again.json')).toMatchObject({ status: 0, stdout: 'Nothing failed: service web runs 2 of 2 tasks.\n' });
});

test('of a service whose tasks failed before the time range, what --since leaves out is told', async () => {
  aws.hold({ 'ecs:DescribeTasks': { tasks: [stopped({}, 20), stopped({}, 30)] } });
  const { stdout, stderr, status } = await live('--cluster', 'prod', '--service', 'web', '--since', '10m');
  expect(stdout).toMatch(/^NOTICE {2}web: not in a steady state for a reason that is not recognized\n/);
  expect(stderr).toMatch(/^service web in cluster prod: no task failed after \d{4}-\d\d-\d\d \d\d:\d\d UTC; 2 tasks failed before that, use a longer --since$/m);
  expect(status).toBe(0);
});

test('of a service with more stopped tasks than one answer names, the newest failure is found', async () => {
  const arns = Array.from({ length: 150 }, (_, index) => `arn:aws:ecs:eu-west-1:111122223333:task/prod/${index}`);
  aws.hold({
    'ecs:ListTasks': ({ nextToken }) => nextToken === undefined ? { taskArns: arns.slice(0, 100), nextToken: 'more' } : { taskArns: arns.slice(100) },
    'ecs:DescribeTasks': ({ tasks }) => ({ tasks: (tasks as readonly string[]).includes(arns[149]) ? [stopped({ containers: [{ name: 'app', exitCode: 139 }] }, 1)] : [] }),
    'logs:GetLogEvents': { events: [] },
  });
  expect(causes(await live('--cluster', 'prod', '--service', 'web', '--json'))).toEqual(['exit/segfault']);
  expect(aws.inputsOf('ecs:DescribeTasks').map(({ tasks }) => (tasks as readonly string[]).length)).toEqual(expect.arrayContaining([100, 50]));
});

test('an ARN names cluster and Region too', async () => {
  const arn = `arn:aws:ecs:eu-central-1:111122223333:task/prod/${TASK_ID}`;
  expect(causes(await live('--task', arn, '--json'))).toEqual(['app/dependency-unreachable']);
  const [{ input, region }] = aws.calls;
  expect({ input, region }).toEqual({ input: { cluster: 'prod', tasks: [arn] }, region: 'eu-central-1' });
});

const STACK = {
  'cloudformation:ListStackResources': {
    StackResourceSummaries: [
      { LogicalResourceId: 'Web', ResourceType: 'AWS::ECS::Service', PhysicalResourceId: 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web' },
      { LogicalResourceId: 'Bucket', ResourceType: 'AWS::S3::Bucket', PhysicalResourceId: 'bucket' },
    ],
  },
  'cloudformation:DescribeStackEvents': {
    StackEvents: [{
      StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Shop/1',
      EventId: 'e',
      StackName: 'Shop',
      LogicalResourceId: 'Web',
      ResourceType: 'AWS::ECS::Service',
      ResourceStatus: 'CREATE_FAILED',
      ResourceStatusReason: 'Resource handler returned message: "Exceeded attempts to wait"',
      PhysicalResourceId: 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web',
      Timestamp: 1793671800,
    }],
  },
};

test('of a stack, the tasks of its services that stopped are diagnosed', async () => {
  aws.hold(STACK);
  expect(causes(await live('--stack', 'Shop', '--json'))).toEqual(['app/dependency-unreachable']);
  expect(aws.inputsOf('ecs:ListTasks')).toEqual([expect.objectContaining({ cluster: 'prod', serviceName: 'web' })]);
});

test('of a stack with more resources than one answer names, every service is found', async () => {
  const { StackResourceSummaries: [web, bucket] } = STACK['cloudformation:ListStackResources'];
  aws.hold({
    ...STACK,
    'cloudformation:ListStackResources': ({ NextToken }) => NextToken === undefined
      ? { StackResourceSummaries: [bucket], NextToken: 'more' } : { StackResourceSummaries: [web] },
  });
  expect(causes(await live('--stack', 'Shop', '--json'))).toEqual(['app/dependency-unreachable']);
});

test('of a stack whose tasks are forgotten, what its deployment failed of is diagnosed', async () => {
  aws.hold({ ...STACK, 'ecs:ListTasks': { taskArns: [] } });
  expect(causes(await live('--stack', 'Shop', '--json'))).toEqual(['deploy/stack-failed']);
});

test('a call without which nothing can be diagnosed is named with its permission', async () => {
  aws.refuse('ecs:DescribeTasks', DENIED);
  const { status, stderr } = await live('--cluster', 'prod', '--task', TASK_ID);
  expect(status).toBe(2);
  expect(stderr).toContain(`task ${TASK_ID} in cluster prod: ecs:DescribeTasks: the call is denied; allow ecs:DescribeTasks`);
});

test.each([
  ['a cluster', ['--cluster', 'prodd', '--service', 'web'], ['ecs:DescribeServices', 'ecs:ListTasks'], 'ClusterNotFoundException', 'Cluster not found.',
    'service web in cluster prodd: not found (ClusterNotFoundException: Cluster not found); check the name, --region, and --profile'],
  ['a stack', ['--stack', 'Shpo'], ['cloudformation:DescribeStackEvents', 'cloudformation:ListStackResources'], 'ValidationError', 'Stack with id Shpo does not exist',
    'stack Shpo: not found (ValidationError: Stack with id Shpo does not exist); check the name, --region, and --profile'],
])('the wrong name of %s is told with where to look', async (_what, args, actions, code, message, told) => {
  for (const action of actions) aws.refuse(action, { status: 400, code, message });
  const { status, stdout, stderr } = await live(...args);
  expect(stderr).toContain(told);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

test('a task that ECS has forgotten is told so', async () => {
  aws.hold({ 'ecs:DescribeTasks': { tasks: [], failures: [{ arn: TASK_ID, reason: 'MISSING' }] } });
  const { status, stderr } = await live('--cluster', 'prod', '--task', TASK_ID);
  expect(status).toBe(2);
  expect(stderr).toContain('ECS forgets a stopped task after about an hour');
});

test('the policy that a live diagnosis needs is printed, and nothing is read', async () => {
  const { stdout, status } = await live('--policy', '--cluster', 'prod', '--region', 'eu-west-1');
  const { Statement } = JSON.parse(stdout) as {
    readonly Statement: readonly { readonly Action: readonly string[]; readonly Resource: readonly string[] }[];
  };
  expect(status).toBe(0);
  expect(Statement.find(({ Action }) => Action.includes('ecs:DescribeTasks'))?.Resource).toEqual(['arn:*:ecs:eu-west-1:*:task/prod/*']);
  expect(aws.calls).toEqual([]);
});

test('the policy to diagnose a service is about this service, its deployments, and its account', async () => {
  const { stdout } = await live('--policy', '--service', 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web');
  const { Statement } = JSON.parse(stdout) as { readonly Statement: readonly { readonly Resource: readonly string[] }[] };
  const resources = Statement.flatMap(({ Resource }) => Resource);
  expect(resources.filter(resource => resource.includes('/prod/')).sort()).toEqual([
    'arn:*:ecs:eu-west-1:111122223333:service-deployment/prod/web/*',
    'arn:*:ecs:eu-west-1:111122223333:service-revision/prod/web/*',
    'arn:*:ecs:eu-west-1:111122223333:service/prod/web',
    'arn:*:ecs:eu-west-1:111122223333:task/prod/*',
  ]);
});

test.each([
  ['a task', ['--cluster', 'prod', '--task', TASK_ID], []],
  ['a service', ['--cluster', 'prod', '--service', 'web'], []],
  ['a stack', ['--stack', 'shop'], ['cloudformation:DescribeStackEvents', 'cloudformation:ListStackResources']],
])('the policy to diagnose %s reads stacks only where one is named', async (_what, args, expected) => {
  const { stdout } = await live('--policy', ...args);
  expect(stdout.match(/cloudformation:\w+/g) ?? []).toEqual(expected);
});

test('what is read is in the policy', async () => {
  await live('--cluster', 'prod', '--service', 'web', '--json');
  const { stdout } = await live('--policy');
  const called = [...new Set(aws.calls.map(({ action }) => action))];
  expect(called.length).toBeGreaterThan(5);
  expect(called.filter(action => !stdout.includes(`"${action}"`))).toEqual([]);
});

test.each([
  ['a task without a cluster', ['--task', TASK_ID], '--task needs the name of a cluster with --cluster, or of a stack with --stack'],
  ['a profile alone', ['--profile', 'shop'], '--profile needs the name of a cluster with --cluster, or of a stack with --stack'],
  ['a cluster alone', ['--cluster', 'prod'], '--cluster needs --task or --service'],
  ['a time without a unit', ['--cluster', 'prod', '--service', 'web', '--since', '5'], 'it must be a number with the unit m, h, or d, such as 30m or 24h'],
  ['a file beside a cluster alone', [file('stop.json', {}), '--cluster', 'prod'], 'use a FILE, or --cluster or --stack, not both'],
  ['a file beside a cluster', [file('stop.json', {}), '--cluster', 'prod', '--task', TASK_ID], 'use a FILE, or --cluster or --stack, not both'],
])('%s is refused with what is possible', async (_what, args, problem) => {
  const { status, stderr } = await live(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(problem);
});
