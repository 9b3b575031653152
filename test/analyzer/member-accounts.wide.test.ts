import { published } from './failed-stops';
import { ShippedAnalyzer } from './shipped-analyzer';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { stopEvent, TASK_ID } from '../evidence/collectors/a-stop';
import { ACCOUNT } from '../evidence/collectors/an-account-on-the-wire';
import { DENIED } from '../fake-aws/aws-endpoint';

// The analyzer is in account 999988887777; the stops are of 111122223333, in another Region.
const EVERYTHING = ['log', 'service', 'task-definition'];
const CENTRAL = { QUEUE_ARN: 'arn:aws:sqs:eu-central-1:999988887777:stops', MEMBER_ACCOUNTS: '111122223333,444455556666' };

const session = (until: Date) => ({
  'sts:AssumeRole': {
    Credentials: { AccessKeyId: 'ASIAMEMBER', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: until },
    AssumedRoleUser: { AssumedRoleId: 'AROA:session', Arn: 'arn:aws:sts::111122223333:assumed-role/hardened-fargate-stop-reader/session' },
  },
});

const inAnHour = () => session(new Date(Date.now() + 3_600_000));

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(['failure', 'notice'], EVERYTHING, CENTRAL);
});

beforeEach(() => analyzer.aws.hold(ACCOUNT));

// It knows a session until that ends.
afterEach(async () => {
  analyzer.aws.recover();
  await analyzer.restart();
});

afterAll(() => analyzer.stop());

/** What people are told of a stop, which is the first of its incident. */
async function told(service: string, region = 'eu-west-1', account = '111122223333'): Promise<Diagnosis> {
  const event = JSON.stringify({ ...stopEvent({ group: `service:${service}` }), id: service });
  const ofTask = event.replaceAll(TASK_ID, TASK_ID.slice(service.length) + service);
  expect(await analyzer.receive(ofTask.replaceAll('eu-west-1', region).replaceAll('111122223333', account))).toEqual({ batchItemFailures: [] });
  return published(analyzer.aws).at(-1)!;
}

const rolesAssumed = (): readonly unknown[] => analyzer.aws.inputsOf('sts:AssumeRole').map(({ RoleArn }) => RoleArn);

const reads = () => analyzer.aws.calls.filter(({ action }) => /^(?:ecs|logs):/.test(action));

test('a member account is read by the reader role there, in the Region of the stop', async () => {
  analyzer.aws.hold(inAnHour());
  expect(await told('web')).toMatchObject({ cause: 'app/dependency-unreachable', gaps: [] });
  expect(rolesAssumed()).toEqual(['arn:aws:iam::111122223333:role/hardened-fargate-stop-reader']);
  expect(reads().map(({ action }) => action)).toContain('logs:GetLogEvents');
  expect(new Set(reads().map(({ signedBy, region }) => `${signedBy} in ${region}`))).toEqual(new Set(['ASIAMEMBER in eu-west-1']));
});

test('nothing but the account is reached with the role of a member', async () => {
  analyzer.aws.hold(inAnHour());
  await told('web');
  const others = analyzer.aws.calls.filter(call => !reads().includes(call));
  expect(others.map(({ action }) => action)).toEqual(expect.arrayContaining(['sts:AssumeRole', 'sns:Publish', 'events:PutEvents']));
  expect(others.filter(({ signedBy }) => signedBy === 'ASIAMEMBER')).toEqual([]);
});

test('a session serves all stops of its account and Region until its last minutes', async () => {
  analyzer.aws.hold(inAnHour());
  await told('web');
  await told('api');
  expect(rolesAssumed()).toHaveLength(1);
  await told('jobs', 'us-east-1');
  expect(rolesAssumed()).toHaveLength(2);
});

test('a session in its last minutes is begun anew', async () => {
  analyzer.aws.hold(session(new Date(Date.now() + 4 * 60_000)));
  await told('web');
  await told('api');
  expect(rolesAssumed()).toHaveLength(2);
});

test('without the role the stop is told by its event, and a gap says what the account needs', async () => {
  analyzer.aws.refuse('sts:AssumeRole', DENIED);
  const { cause, gaps } = await told('web');
  expect(cause).toMatch(/^exit\//);
  expect(gaps).toContainEqual({
    source: 'sts:AssumeRole',
    because: 'the analyzer could not assume the role hardened-fargate-stop-reader of account 111122223333: User is not authorized to perform this action.; '
      + 'deploy a StopReaderRole in that account that trusts the role of the analyzer',
  });
  expect(reads()).toEqual([]);
});

test('a role that was refused is not asked for again within a minute', async () => {
  analyzer.aws.refuse('sts:AssumeRole', DENIED);
  await told('web');
  await told('api');
  expect(rolesAssumed()).toHaveLength(1);
});

test('a role that does not answer costs the stop its account, and no more time than an explanation has', async () => {
  analyzer.aws.hold(inAnHour());
  analyzer.aws.fail('sts:AssumeRole', 'silence');
  const { gaps } = await told('web');
  expect(gaps).toContainEqual({ source: 'sts:AssumeRole', because: expect.stringMatching(/could not assume the role .*: (?:assuming the role took longer than 3 s|.*abort.*);/i) });
});

test('somebody else who answers in place of STS gives no credentials', async () => {
  analyzer.aws.hold(inAnHour());
  analyzer.aws.fail('sts:AssumeRole', 'foreign');
  expect((await told('web')).gaps).toContainEqual(expect.objectContaining({ source: 'sts:AssumeRole' }));
  expect(reads()).toEqual([]);
});

test('an account that is no member is not read', async () => {
  analyzer.aws.hold(inAnHour());
  expect((await told('web', 'eu-west-1', '777788889999')).gaps).toContainEqual({
    source: 'account', because: 'the task ran in account 777788889999 and Region eu-west-1, but only 999988887777 in eu-central-1 can be read',
  });
  expect(rolesAssumed()).toEqual([]);
});

test('a service of a member account is muted by its tag, also when its deployment failed', async () => {
  const tags = [{ key: 'hardened-fargate:mute', value: '2999-01-01T00:00:00Z the database moves' }];
  analyzer.aws.hold({ ...inAnHour(), 'ecs:DescribeServices': { services: [{ serviceName: 'web', tags }] } });
  const failed = {
    ...stopEvent(),
    'detail-type': 'ECS Deployment State Change',
    'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'],
    'detail': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', deploymentId: 'ecs-svc/7', reason: 'ECS deployment circuit breaker: task failed to start.' },
  };
  await analyzer.receive(JSON.stringify(failed), JSON.stringify({ ...stopEvent(), id: 'e2' }));
  expect(published(analyzer.aws)).toEqual([]);
  expect(analyzer.jsonLines.filter(line => 'muted' in (line as object))).toHaveLength(2);
});
