import { crash } from './crashes';
import { deployedStatements } from './deployed-role';
import { failed, onEventBus, published, setAside } from './failed-stops';
import { QueueOfStops } from './queue-of-stops';
import { ShippedAnalyzer } from './shipped-analyzer';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { COLLECTORS, LATER } from '../../src/evidence/collectors/catalogue';
import { stopEvent } from '../evidence/collectors/a-stop';
import { ACCOUNT } from '../evidence/collectors/an-account-on-the-wire';
import { BECAUSE } from '../evidence/collectors/gap-of-fault';
import { FAULTS, type FaultName } from '../fake-aws/faults';

const BECAUSE_OF_STS: Readonly<Record<FaultName, RegExp>> = {
  'denied': /: User is not authorized to perform this action\.; /,
  'throttled': /: Rate exceeded\.; /,
  'down': /: Service is unable to handle the request\.; /,
  'reset': /: socket hang up; /,
  'silent': /: (?:assuming the role took longer than 3 s|.*abort.*); /i,
  'malformed': /: .*parse error: /,
  'empty': /: the response has no credentials, so another server might have sent it; /,
  'the page of a proxy': /: the response has no credentials, so another server might have sent it; /,
};

const NAMES = Object.keys(FAULTS) as FaultName[];

const inEachWay = (actions: readonly string[]) => actions.flatMap(action => NAMES.map(fault => [action, fault] as const));

/** What is read when a stop arrives is the matter of another suite. */
const AT_ONCE: readonly string[] = COLLECTORS.flatMap(({ calls }) => calls);
const ONLY_LATER: readonly string[] = [...new Set(LATER.flatMap(({ calls }) => calls))].filter(action => !AT_ONCE.includes(action)).sort();

/** What counts stops and finds out whether they are muted, before they are told. */
const BEFORE_TELLING = ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'ssm:GetParametersByPath'];

/** What the role allows beside all these, and why its faults are no matter of this suite. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'dynamodb:Query': 'only the schedule asks for incidents that are due, and asks again a minute later',
  'events:ListRuleNamesByTarget': 'the canary asks, and says in its heartbeat that it does not know',
  'events:ListRules': 'the canary asks, and says in its heartbeat that it does not know',
  'events:PutEvents': 'fault-matrix.wide.test.ts',
  'kms:Decrypt': 'part of sns:Publish',
  'kms:GenerateDataKey': 'part of sns:Publish',
  'logs:CreateLogStream': 'made by Lambda',
  'logs:PutLogEvents': 'made by Lambda',
  'sns:Publish': 'fault-matrix.wide.test.ts',
  'sqs:DeleteMessage': 'made by Lambda, and for a dead letter by the schedule, which tries again a minute later',
  'sqs:GetQueueAttributes': 'made by Lambda',
  'sqs:ReceiveMessage': 'made by Lambda, and for dead letters by the schedule, which tries again a minute later',
  'sqs:SendMessage': 'fault-matrix.wide.test.ts',
};

test('the role allows no call whose faults nobody has looked at', () => {
  const allowed = [...new Set(deployedStatements(StopEvidence.ALL).flatMap(({ Action }) => Action))].sort();
  expect(allowed.filter(action => !AT_ONCE.includes(action))).toEqual([...ONLY_LATER, ...BEFORE_TELLING, ...Object.keys(ELSEWHERE)].sort());
});

let analyzer: ShippedAnalyzer;

/** One analyzer for the tests of a block, which begins anew after each: what the function read, and could not read, it knows for a minute. */
function withAnalyzer(start: () => Promise<ShippedAnalyzer>): void {
  beforeAll(async () => {
    analyzer = await start();
  });

  afterEach(async () => {
    analyzer.aws.recover();
    await analyzer.restart();
  });

  afterAll(() => analyzer.stop());
}

/** People and programs were told of the stops of these services, once each. */
function expectToldOnce(...services: readonly string[]): void {
  for (const told of [published(analyzer.aws), onEventBus(analyzer.aws)]) expect(told.map(({ service }) => service).sort()).toEqual(services);
}

describe('before a stop is told', () => {
  withAnalyzer(() => ShippedAnalyzer.start());

  test.each(inEachWay(BEFORE_TELLING))('%s is %s for a while: each stop is told once', async (action, fault) => {
    FAULTS[fault](analyzer.aws, action);
    const queue = new QueueOfStops(analyzer, undefined, () => analyzer.aws.answerAgain());
    await queue.drain(failed('api'), failed('web'));
    expectToldOnce('api', 'web');
    expect([queue.deaths, queue.deadLetters, setAside(analyzer.aws)]).toEqual([0, [], []]);
  });

  test.each(NAMES.filter(fault => fault !== 'empty'))('the table is %s for good: each stop is told once, and a gap says that it could not be counted', async fault => {
    for (const action of ['dynamodb:GetItem', 'dynamodb:UpdateItem']) FAULTS[fault](analyzer.aws, action);
    await new QueueOfStops(analyzer).drain(failed('api'), failed('web'));
    expectToldOnce('api', 'web');
    for (const { gaps } of published(analyzer.aws)) {
      expect(gaps).toContainEqual({ source: 'incident', because: expect.stringMatching(/^the stop could not be counted: the table of incidents: \w+: /) });
    }
  });
});

describe('in the second look', () => {
  withAnalyzer(() => ShippedAnalyzer.start(undefined, StopEvidence.ALL.sources));

  const OUT_OF_MEMORY = { containers: [{ name: 'app', image: 'app:v7', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] };

  const NOTHING = { 'cloudwatch:GetMetricStatistics': { Label: 'MemoryUtilization', Datapoints: [] }, 'cloudtrail:LookupEvents': { Events: [] } };

  test.each(inEachWay(ONLY_LATER))('%s is %s: people are told nothing again, and programs of the gap with the next stop', async (action, fault) => {
    analyzer.aws.hold({ ...ACCOUNT, ...NOTHING });
    await analyzer.receive(crash('web', 1, OUT_OF_MEMORY));
    const [{ MessageBody }] = analyzer.aws.inputsOf('sqs:SendMessage');
    FAULTS[fault](analyzer.aws, action);
    expect(await analyzer.receive(String(MessageBody))).toEqual({ batchItemFailures: [] });
    await analyzer.receive(crash('web', 2, OUT_OF_MEMORY));
    expect(published(analyzer.aws)).toHaveLength(1);
    const [, { cause, gaps }] = onEventBus(analyzer.aws);
    expect(cause).toBe('memory/container-limit');
    const named = gaps.filter(({ source }) => ONLY_LATER.includes(source));
    expect(named).toEqual([{ source: action, because: expect.stringMatching(BECAUSE[fault](action)) }]);
  });
});

describe('in a member account', () => {
  const MEMBER = { QUEUE_ARN: 'arn:aws:sqs:eu-central-1:999988887777:stops', MEMBER_ACCOUNTS: '111122223333' };
  withAnalyzer(() => ShippedAnalyzer.start(undefined, ['log', 'service', 'task-definition'], MEMBER));

  const SESSION = { Credentials: { AccessKeyId: 'ASIAMEMBER', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: new Date(Date.now() + 3_600_000) } };

  test.each(NAMES)('sts:AssumeRole is %s: the stop is told once by its event, and a gap names the call and the role', async fault => {
    analyzer.aws.hold({ ...ACCOUNT, 'sts:AssumeRole': SESSION });
    FAULTS[fault](analyzer.aws, 'sts:AssumeRole');
    expect(await analyzer.receive(JSON.stringify(stopEvent()))).toEqual({ batchItemFailures: [] });
    expectToldOnce('web');
    const [{ gaps }] = published(analyzer.aws);
    expect(gaps).toContainEqual({ source: 'sts:AssumeRole', because: expect.stringMatching(/^the analyzer could not assume the role hardened-fargate-stop-reader of account 111122223333: /) });
    expect(gaps).toContainEqual({ source: 'sts:AssumeRole', because: expect.stringMatching(BECAUSE_OF_STS[fault]) });
  });
});
