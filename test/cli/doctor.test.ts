import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { file, FOLDER, hardenedFargate, type Outcome } from './run-cli';
import type { Send } from '../../src/evidence/collect/account';
import { fakeAccount } from '../facts/account/fake-account';
import { synthesized } from '../facts/templates-of';
import { LOAD_BALANCERS } from '../guardrails/corpus/bad/load-balancers';

const IN_JSON = ['ecs', 'logs', 'ecr', 'secretsmanager', 'kms', 'application-autoscaling'];

const REFUSED = '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>';

/** An account on the loopback interface: services that speak JSON answer, all others deny, unless everything is denied. */
async function serve(send: Send | undefined): Promise<Server> {
  const server = createServer((request, response) => void answer(request, response, send));
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, send: Send | undefined): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const service = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const operation = String(request.headers['x-amz-target']).split('.').at(-1);
  if (send === undefined || !IN_JSON.includes(service)) {
    const json = IN_JSON.includes(service);
    response.writeHead(403, { 'content-type': json ? 'application/x-amz-json-1.1' : 'text/xml' }).end(json ? '{"__type":"AccessDeniedException","message":"no"}' : REFUSED);
    return;
  }
  try {
    const result = await send(`${service}:${operation}` as never, JSON.parse(Buffer.concat(chunks).toString()), AbortSignal.timeout(60_000));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(result));
  } catch (error) {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ __type: (error as Error).name, message: 'no' }));
  }
}

function doctor(server: Server, ...args: readonly string[]): Promise<Outcome> {
  const env = {
    PATH: process.env.PATH,
    HOME: FOLDER,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  };
  const child = spawn(process.execPath, [resolve('assets/cli/hardened-fargate.js'), 'doctor', '--region', 'eu-west-1', ...args], { cwd: FOLDER, env });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', chunk => output[stream] += String(chunk));
  return new Promise(done => child.on('close', status => done({ status, ...output })));
}

const [{ declare }] = LOAD_BALANCERS.filter(({ foundBy }) => foundBy.includes('load-balancer-names-container'));
const faulty = fakeAccount(synthesized(declare));

let server: Server;
afterEach(() => new Promise<void>(done => {
  server.closeAllConnections();
  server.close(() => done());
}));

describe('services of an account', () => {
  beforeEach(async () => server = await serve(faulty));

  test('are listed with what is wrong and with what could not be read', async () => {
    const { status, stdout } = await doctor(server, '--all');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^service +refused +running(?: +started in 3 days +restarts)?\n\S+\/\S+ +1 /m);
    expect(stdout).toContain('error load-balancer-names-container (refused)');
    expect(stdout).toContain('To fix it: ');
    expect(stdout).toContain('  - ec2:DescribeSubnets: the call is denied; allow ec2:DescribeSubnets');
    expect(stdout).toContain('1 error in 1 service, but some data was not read.');
  });

  test('are data for programs', async () => {
    const { stdout } = await doctor(server, '--all', '--json');
    const { services, gaps } = JSON.parse(stdout);
    expect(services).toHaveLength(1);
    expect(services[0].findings.map(({ rule }: { readonly rule: string }) => rule)).toEqual(['load-balancer-names-container']);
    expect(services[0].findings[0].path).toBe(services[0].arn);
    expect(gaps).toContainEqual({ source: 'ec2:DescribeSubnets', because: 'the call is denied; allow ec2:DescribeSubnets' });
  });

  test('are SARIF, with ARNs in place of files', async () => {
    const { status, stdout } = await doctor(server, '--all', '--sarif');
    const { runs: [{ results, invocations }] } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(results.map(({ ruleId }: { readonly ruleId: string }) => ruleId)).toEqual(['load-balancer-names-container']);
    expect(Object.keys(results[0].locations[0])).toEqual(['logicalLocations']);
    expect(results[0].locations[0].logicalLocations[0].name).toMatch(/^arn:aws:ecs:eu-west-1:111122223333:service\//);
    expect(invocations[0].executionSuccessful).toBe(false);
  });

  test('are Markdown for tickets', async () => {
    const { stdout } = await doctor(server, '--all', '--markdown');
    expect(stdout).toMatch(/^\| service \| refused \| running \|\n\| --- \| --- \| --- \|/);
    expect(stdout).toContain('- **error** `load-balancer-names-container` (refused): ');
  });

  test('can be compared with a baseline, and then what could not be read decides', async () => {
    expect((await doctor(server, '--all', '--write-baseline', 'known.json')).stdout).toContain('No errors or warnings in 1 service, but some data was not read.');
    const { status, stdout } = await doctor(server, '--all', '--baseline', 'known.json');
    expect(stdout).not.toContain('load-balancer-names-container');
    expect(status).toBe(2);
  });

  test.each([
    ['a baseline that is missing', ['--baseline', 'none.json'], 'none.json: no such file; write it with --write-baseline none.json\n'],
    ['a baseline that is none', ['--baseline', file('package.json', { name: 'shop' })], /^package\.json: not a baseline: .*; check its name\n$/],
    ['a baseline in a folder that is missing', ['--write-baseline', 'nowhere/known.json'], /^nowhere\/known\.json: cannot be written: ENOENT/],
    ['a baseline with the name of a folder', ['--write-baseline', '.'], '.: cannot be written: it is a directory; name a file in it\n'],
    ['a baseline with the name of another file', ['--write-baseline', file('package.json', { name: 'shop' })], /^package\.json: is not written, because /],
  ])('are not read for %s', async (_what, options, told) => {
    const { status, stdout, stderr } = await doctor(server, '--all', ...options);
    expect(stderr).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

test.each([
  ['a wrong cluster', ['--cluster', 'shpo'], { clusters: [], failures: [{ reason: 'MISSING' }] }, 'shpo: not found in the Region; check --region and --profile\n'],
  ['a cluster without services', ['--cluster', 'shop'], { clusters: [{ clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', clusterName: 'shop' }] }, 'shop: has no services\n'],
  [
    'a wrong service', ['--cluster', 'shop', '--service', 'wbe'],
    { clusters: [{ clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop', clusterName: 'shop' }] }, 'wbe: not found in the cluster\n',
  ],
])('%s is told, and nothing is said to be well', async (_what, args, clusters, told) => {
  server = await serve(async action => action === 'ecs:DescribeClusters' ? clusters : { serviceArns: [], services: [], failures: [{ reason: 'MISSING' }] });
  const { status, stdout, stderr } = await doctor(server, ...args);
  expect(stderr).toContain(told);
  expect(stdout).not.toContain('No errors');
  expect(status).toBe(2);
});

test('missing credentials are told once, with what the SDK says of them', async () => {
  server = await serve(undefined);
  const { status, stdout } = await doctor(server, '--all', '--profile', 'nope');
  expect(stdout).toContain("the call has no valid credentials (CredentialsProviderError: Could not load credentials from any providers in the profile 'nope')");
  expect(status).toBe(2);
});

describe('a task that does not start', () => {
  const TASK = {
    taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/shop/0123456789abcdef0123456789abcdef',
    group: 'family:worker',
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
    taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/worker:1',
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/worker:2: docker.io/library/worker:2: not found',
    containers: [{ name: 'app', lastStatus: 'STOPPED' }],
  };

  test('has its start-up sequence printed as a checklist', async () => {
    server = await serve(action => Promise.resolve(action === 'ecs:DescribeTasks' ? { tasks: [TASK], failures: [] } : {}));
    const { status, stdout } = await doctor(server, '--cluster', 'shop', '--why-not-starting', '--task', '0123456789abcdef0123456789abcdef');
    expect(stdout).toMatch(/^\[x\] {2}registry login +proven +the step 'image' was reached$/m);
    expect(stdout).toMatch(/^\[!\] {2}image +failed +pull\/image-not-found: /m);
    expect(stdout).toMatch(/^\[\?\] {2}volumes +not known /m);
    expect(stdout).toMatch(/^\[\?\] {2}log +not known .*; run hardened-fargate diagnose --task arn:aws:ecs:eu-west-1:111122223333:task\/shop\/0123456789abcdef0123456789abcdef$/m);
    expect(status).toBe(1);
  });

  test.each([
    ['the lines of its log, where its task definition says where they are',
      { name: 'app', logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'eu-central-1' } } },
      'aws logs tail /ecs/web --log-stream-names web/app/0123456789abcdef0123456789abcdef --region eu-central-1'],
    ['where its log goes, where nothing says so', { name: 'app' },
      'aws ecs describe-task-definition --task-definition arn:aws:ecs:eu-west-1:111122223333:task-definition/worker:1 --region eu-west-1 '
      + "--query 'taskDefinition.containerDefinitions[].logConfiguration'"],
  ])('before it stopped, has the command that shows %s', async (_what, container, command) => {
    const { stopCode, stoppedReason, ...running } = { ...TASK, group: 'service:web', lastStatus: 'PENDING', desiredStatus: 'RUNNING' };
    const clusterArn = running.clusterArn;
    const service = { serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web', serviceName: 'web', clusterArn, taskDefinition: running.taskDefinitionArn, status: 'ACTIVE' };
    const answers: Readonly<Record<string, object>> = {
      'ecs:DescribeTasks': { tasks: [running] },
      'ecs:DescribeClusters': { clusters: [{ clusterArn, clusterName: 'shop' }] },
      'ecs:DescribeServices': { services: [service] },
      'ecs:DescribeTaskDefinition': { taskDefinition: { taskDefinitionArn: running.taskDefinitionArn, family: 'worker', containerDefinitions: [container] } },
    };
    server = await serve(action => Promise.resolve(answers[action] ?? {}) as never);
    const { stdout } = await doctor(server, '--why-not-starting', '--task', TASK.taskArn, '--json');
    expect((JSON.parse(stdout) as { readonly steps: readonly object[] }).steps).toContainEqual(expect.objectContaining({ step: 'log', next: command }));
  });

  test('is unreadable where a step is not known because of data that could not be read', async () => {
    const { attachments, ...pending } = { ...TASK, group: 'service:web', lastStatus: 'PENDING', desiredStatus: 'RUNNING', stopCode: undefined, stoppedReason: undefined, attachments: [] };
    server = await serve(action => action === 'ecs:DescribeTasks'
      ? Promise.resolve({ tasks: [pending], failures: [] }) : Promise.reject(Object.assign(new Error(), { name: 'AccessDeniedException' })));
    const { status, stdout, stderr } = await doctor(server, '--why-not-starting', '--task', TASK.taskArn);
    expect(stdout).toContain('  - ecs:DescribeClusters: the call is denied; allow ecs:DescribeClusters');
    expect(stderr).toContain('reading ecs:DescribeTasks\n');
    expect(status).toBe(2);
  });

  test('is unreadable where ECS knows it no more', async () => {
    server = await serve(() => Promise.resolve({ tasks: [], failures: [] }));
    const { status, stderr } = await doctor(server, '--cluster', 'shop', '--why-not-starting', '--task', 'gone');
    expect(stderr).toContain('task gone in cluster shop: not found; check both names, --region, and --profile. ECS keeps a stopped task for about an hour');
    expect(status).toBe(2);
  });
});

test('an account that denies everything is unreadable', async () => {
  server = await serve(undefined);
  const { status, stdout } = await doctor(server, '--cluster', 'shop');
  expect(status).toBe(2);
  expect(stdout).toContain('  - ecs:DescribeClusters: the call is denied; allow ecs:DescribeClusters');
});

describe('without an account', () => {
  beforeEach(async () => server = await serve(undefined));

  test('the policy names reads only, and all of them', () => {
    const { status, stdout } = hardenedFargate(['doctor', '--policy']);
    const actions: readonly string[] = JSON.parse(stdout).Statement.flatMap(({ Action }: { readonly Action: readonly string[] }) => Action);
    expect(status).toBe(0);
    expect(actions.filter(action => !/:(Describe|Get|List)/.test(action))).toEqual([]);
    expect(actions).toContain('ecs:DescribeServices');
    expect(actions).not.toContain('secretsmanager:GetSecretValue');
  });

  test('the policy grants nothing that the command at hand does not need', () => {
    const actionsFor = (...args: readonly string[]): readonly string[] => JSON.parse(hardenedFargate(['doctor', '--policy', ...args]).stdout)
      .Statement.flatMap(({ Action }: { readonly Action: readonly string[] }) => Action);
    const asked = ['ecs:DescribeTasks', 'ecs:ListClusters', 'ecs:ListServices'];
    const askedFor = (...args: readonly string[]) => asked.filter(action => actionsFor(...args).includes(action));
    expect(askedFor('--all')).toEqual(['ecs:ListClusters', 'ecs:ListServices']);
    expect(askedFor('--cluster', 'shop')).toEqual(['ecs:ListServices']);
    expect(askedFor('--cluster', 'shop', '--service', 'web')).toEqual([]);
    expect(askedFor('--cluster', 'shop', '--why-not-starting', '--task', '1')).toEqual(['ecs:DescribeTasks']);
  });

  test('the policy is about the cluster that is named', () => {
    const { stdout } = hardenedFargate(['doctor', '--policy', '--cluster', 'shop', '--region', 'eu-west-1']);
    expect(stdout).toContain('"arn:*:ecs:eu-west-1:*:cluster/shop"');
    expect(stdout).toContain('"arn:*:ecs:eu-west-1:*:service/shop/*"');
  });

  const resourcesFor = (action: string, ...args: readonly string[]): readonly string[] => JSON.parse(hardenedFargate(['doctor', '--policy', ...args]).stdout)
    .Statement.find(({ Action }: { readonly Action: readonly string[] }) => Action.includes(action)).Resource;

  test('the policy is about the services that are named, and of the cluster names nothing else', () => {
    const named = ['--cluster', 'shop', '--service', 'web', 'api'];
    expect(resourcesFor('ecs:DescribeServices', ...named)).toEqual(['arn:*:ecs:*:*:service/shop/web', 'arn:*:ecs:*:*:service/shop/api']);
    expect(resourcesFor('ecs:DescribeClusters', ...named)).toEqual(['arn:*:ecs:*:*:cluster/shop']);
  });

  test('the policy is about the account and the Region of an ARN, save for what accounts share', () => {
    const named = ['--service', 'arn:aws:ecs:eu-west-1:111122223333:service/shop/web'];
    expect(resourcesFor('ecs:DescribeServices', ...named)).toEqual(['arn:*:ecs:eu-west-1:111122223333:service/shop/web']);
    expect(resourcesFor('iam:GetRole', ...named)).toEqual(['arn:*:iam::111122223333:role/*']);
    expect(resourcesFor('secretsmanager:DescribeSecret', ...named)).toEqual(['arn:*:secretsmanager:eu-west-1:*:secret:*']);
  });

  test('the policy to check the start of a task is about this task', () => {
    expect(resourcesFor('ecs:DescribeTasks', '--why-not-starting', '--task', 'arn:aws:ecs:eu-west-1:111122223333:task/shop/1'))
      .toEqual(['arn:*:ecs:eu-west-1:111122223333:task/shop/1']);
  });

  test.each([
    ['a task without its question', ['--cluster', 'shop', '--task', '1'], 'error: --task needs --why-not-starting'],
    ['a report of services about one task', ['--cluster', 'shop', '--why-not-starting', '--task', '1', '--sarif'], "error: option '--why-not-starting' cannot be used with option '--sarif'"],
  ])('%s is refused', (_what, args, problem) => {
    const { status, stderr } = hardenedFargate(['doctor', ...args]);
    expect(stderr).toContain(problem);
    expect(status).toBe(2);
  });

  test('a cluster has to be named', () => {
    const { status, stderr } = hardenedFargate(['doctor']);
    expect(status).toBe(2);
    expect(stderr).toContain('error: name a cluster with --cluster, or use --all for every service of the Region');
  });
});
