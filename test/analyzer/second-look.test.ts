import { incidentsOf, makeOlder } from './aged-incidents';
import { crash, TICK } from './crashes';
import { ARNS, deployedStatements } from './deployed-role';
import { onEventBus, published } from './failed-stops';
import { faultsOf } from './schema';
import { ShippedAnalyzer } from './shipped-analyzer';
import { EvidenceSource, StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { definition } from '../evidence/collectors/a-stop';
import { ACCOUNT } from '../evidence/collectors/an-account-on-the-wire';
import { DENIED } from '../fake-aws/aws-endpoint';
import type { Statement } from '../fake-aws/role-policy';

const MINUTE = 60_000;
const OUT_OF_MEMORY = {
  startedAt: new Date(Date.now() - 50 * MINUTE).toISOString(),
  createdAt: new Date(Date.now() - 51 * MINUTE).toISOString(),
  stoppingAt: new Date().toISOString(),
  stoppedAt: new Date().toISOString(),
  containers: [{ name: 'app', image: 'app:v7', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
};

/** What the account has some minutes after the stop: a metric that grew, and a call by a colleague. */
const LATER = {
  'cloudwatch:GetMetricStatistics': {
    Label: 'MemoryUtilization',
    Datapoints: [45, 30, 15, 1].map((ago, index) => ({ Timestamp: Math.round(Date.now() / 1000) - ago * 60, Maximum: 40 + 18 * index })),
  },
  'cloudtrail:LookupEvents': ({ LookupAttributes }: Record<string, unknown>) => ({
    Events: JSON.stringify(LookupAttributes).includes('ReadOnly') ? [{
      EventId: '1',
      EventName: 'UpdateService',
      EventTime: Math.round(Date.now() / 1000) - 900,
      Username: 'ada',
      CloudTrailEvent: JSON.stringify({ userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ada' }, requestParameters: { service: 'web' } }),
    }] : [],
  }),
};

let analyzer: ShippedAnalyzer;

beforeAll(async () => {
  analyzer = await ShippedAnalyzer.start(undefined, StopEvidence.ALL.sources);
});

/** A container whose log is in the Region of the task. */
const CONTAINER = {
  logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-2', 'awslogs-stream-prefix': 'web' } },
};

beforeEach(() => analyzer.aws.hold({ ...ACCOUNT, 'ecs:DescribeTaskDefinition': definition(8, CONTAINER) }));

afterEach(() => {
  analyzer.aws.recover();
  analyzer.runtime.log.length = 0;
});

afterAll(() => analyzer.stop());

/** The messages that the analyzer sent to its own queue. */
const delayed = () => analyzer.aws.inputsOf('sqs:SendMessage').filter(({ QueueUrl }) => QueueUrl === analyzer.aws.queueUrl('stops'));

/** What is handed to the function when a delayed message comes back. */
async function comeBack(): Promise<void> {
  const [{ MessageBody }] = delayed();
  expect(await analyzer.receive(String(MessageBody))).toEqual({ batchItemFailures: [] });
}

const calledLater = () => analyzer.aws.calls.map(({ action }) => action).filter(action => action in LATER);

const told = () => published(analyzer.aws).map(({ incident }) => incident?.notification);

test('a new incident comes back once, after ten to fifteen minutes, and reads nothing of it before', async () => {
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  await analyzer.receive(crash('web', 2, OUT_OF_MEMORY));
  expect(delayed()).toHaveLength(1);
  const [{ DelaySeconds }] = delayed();
  expect(DelaySeconds).toBeGreaterThanOrEqual(600);
  expect(DelaySeconds).toBeLessThanOrEqual(900);
  expect(calledLater()).toEqual([]);
});

test('the second look tells nobody, and every later message has what it found', async () => {
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  analyzer.aws.hold(LATER);
  await comeBack();
  expect(told()).toEqual(['first']);
  expect(onEventBus(analyzer.aws)).toHaveLength(1);

  await analyzer.receive(crash('web', 2, OUT_OF_MEMORY));
  await makeOlder(analyzer, 11);
  await analyzer.receive(TICK);
  expect(told()).toEqual(['first', 'summary']);
  const [first, summary] = published(analyzer.aws);
  const quotes = summary.clues.map(({ source, quote }) => [source, quote]);
  expect(quotes).toContainEqual(['memory metric', expect.stringMatching(/^40 % → 94 % .*within 44 min$/)]);
  expect(quotes).toContainEqual(['CloudTrail', expect.stringMatching(/^UpdateService by arn:aws:iam::111122223333:user\/ada at .*: web$/)]);
  expect(first.clues.map(({ source }) => source)).not.toContain('CloudTrail');
  expect(faultsOf(summary)).toEqual([]);
});

test('the incident has what was found, and keeps what the first look found', async () => {
  await analyzer.receive(crash('web', 1));
  const [{ clues: before }] = published(analyzer.aws);
  expect(before.map(({ quote }) => quote).join()).toContain('ECONNREFUSED 10.0.3.17:5432');
  // The log has expired meanwhile.
  analyzer.aws.hold({ ...LATER, 'logs:GetLogEvents': { events: [] } });
  await comeBack();
  const [incident] = await incidentsOf(analyzer);
  expect(incident).toMatchObject({ cause: 'app/dependency-unreachable', status: 'open', occurrences: 1 });
  expect(incident.secondLook?.clues).toEqual([expect.objectContaining({ source: 'CloudTrail' })]);
});

test('a message that was held back stays due, unchanged', async () => {
  const startedBy = 'ecs-svc/7';
  await analyzer.receive(JSON.stringify({
    'id': 'began',
    'source': 'aws.ecs',
    'detail-type': 'ECS Deployment State Change',
    'time': new Date().toISOString(),
    'detail': { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', deploymentId: startedBy, reason: 'ECS deployment ecs-svc/7 in progress.' },
  }));
  await analyzer.receive(crash('web', 1, { ...OUT_OF_MEMORY, startedBy }));
  const [{ notice }] = await incidentsOf(analyzer);
  analyzer.aws.hold(LATER);
  await comeBack();
  expect((await incidentsOf(analyzer))[0].notice).toEqual(notice);
  expect(notice).toMatchObject({ kind: 'first' });
  expect(told()).toEqual([]);
});

test('once the incident is about the stop of another revision, a late look at the first one changes nothing', async () => {
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  await analyzer.receive(crash('web', 2, { ...OUT_OF_MEMORY, taskDefinitionArn: 'arn:aws:ecs:us-east-2:111122223333:task-definition/web:99' }));
  expect(delayed()).toHaveLength(2);
  analyzer.aws.hold(LATER);
  await comeBack();
  expect((await incidentsOf(analyzer))[0].secondLook).toBeUndefined();
});

test('what is denied then is a gap by its name, and costs nothing that was known', async () => {
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  Object.keys(LATER).forEach(action => analyzer.aws.refuse(action, DENIED));
  await comeBack();
  await analyzer.receive(crash('web', 2, OUT_OF_MEMORY));
  const { cause, gaps } = onEventBus(analyzer.aws)[1];
  expect(cause).toBe('memory/container-limit');
  expect(gaps).toContainEqual({ source: 'cloudwatch:GetMetricStatistics', because: 'the call is denied; allow cloudwatch:GetMetricStatistics' });
  expect(gaps).toContainEqual({ source: 'cloudtrail:LookupEvents', because: 'the call is denied; allow cloudtrail:LookupEvents' });
});

test('the role may send to its own queue where a second look is asked for, and only there', async () => {
  const isSending = ({ Action, Resource }: Statement): boolean => Action.includes('sqs:SendMessage') && Resource.includes(ARNS.AnalyzerQueue);
  const statements = deployedStatements(StopEvidence.some(EvidenceSource.TRAIL));
  analyzer.aws.actAs(statements, ARNS.AnalyzerTopicKey);
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  expect(analyzer.jsonLines.filter(line => JSON.stringify(line).includes('noSecondLook'))).toEqual([]);
  expect(statements.filter(isSending)).toHaveLength(1);
  expect(deployedStatements(StopEvidence.some(EvidenceSource.LOG)).filter(isSending)).toEqual([]);
});

test('a queue that takes no message costs the second look, and not the first message', async () => {
  analyzer.aws.refuse('sqs:SendMessage', DENIED);
  expect(await analyzer.receive(crash('web', 1, OUT_OF_MEMORY))).toEqual({ batchItemFailures: [] });
  expect(told()).toEqual(['first']);
  expect(analyzer.jsonLines).toContainEqual({ noSecondLook: expect.any(String), because: expect.stringContaining('not authorized') });
});

test('an ordinary stop asks for no second look', async () => {
  await analyzer.receive(crash('web', 1, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/0123456789012345678)', containers: [{ name: 'app', exitCode: 0 }] }));
  expect(delayed()).toEqual([]);
});

test.each(['not evidence', { task: { taskArn: 7 } }, null])('a message that nobody of us wrote is heeded as far as it says anything: %p', async evidence => {
  await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
  const [{ id }] = await incidentsOf(analyzer);
  const look = { 'source': 'hardened-fargate.second-look', 'detail-type': 'Second Look', 'detail': { incident: id, evidence } };
  expect(await analyzer.receive(JSON.stringify(look))).toEqual({ batchItemFailures: [] });
  expect((await incidentsOf(analyzer))[0].secondLook).toBeUndefined();
});
