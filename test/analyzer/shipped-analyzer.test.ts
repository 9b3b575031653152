import { Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { handedOver, inputTemplates } from './event-bridge';
import { faultsOf } from './schema';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer } from './shipped-analyzer';
import { service, shop } from './shop';
import { StopEvidence } from '../../src/analyzer/access/stop-evidence';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { sampleEvent } from '../diagnosis/sample-events';
import { DENIED, DOWN } from '../fake-aws/aws-endpoint';

/** A sample event with other words in it, as ECS would send them. */
const stopEvent = (id: string, detail: object) => {
  const event = sampleEvent('scale-in-exit-137');
  return { ...event, id, detail: { ...event.detail, taskArn: `arn:aws:ecs:us-east-2:111122223333:task/demo/${id}`, ...detail } };
};

const IMAGE_NOT_FOUND = stopEvent('image-not-found', {
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref '
    + '111122223333.dkr.ecr.us-east-2.amazonaws.com/app:v7: 111122223333.dkr.ecr.us-east-2.amazonaws.com/app:v7: not found',
  startedAt: undefined,
  containers: [{ name: 'app', image: '111122223333.dkr.ecr.us-east-2.amazonaws.com/app:v7', lastStatus: 'STOPPED' }],
});

const OUT_OF_MEMORY = stopEvent('out-of-memory', {
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'app', image: 'app:v7', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
});

const body = (event: unknown): string => JSON.stringify(event);

describe('the shipped bundle in the runtime client of AWS', () => {
  let analyzer: ShippedAnalyzer;
  shareAnalyzer(started => { analyzer = started; });

  const onBus = (): Diagnosis[] => analyzer.aws.inputsOf('events:PutEvents')
    .flatMap(({ Entries }) => (Entries as { readonly Detail: string }[]).map(({ Detail }) => JSON.parse(Detail) as Diagnosis));

  const messages = () => analyzer.aws.inputsOf('sns:Publish')
    .map(({ Subject, Message }) => ({ subject: String(Subject), ...JSON.parse(String(Message)) as { default: string; email: string; sms: string } }));

  test.each([
    ['an image that does not exist', IMAGE_NOT_FOUND, 'pull/image-not-found'],
    ['a container out of memory', OUT_OF_MEMORY, 'memory/container-limit'],
    ['a deployment that failed', sampleEvent('deployment-failed'), 'deploy/circuit-breaker'],
    ['a placement without capacity', sampleEvent('placement-failure-fargate'), 'capacity/unavailable'],
  ])('%s is told to people, to programs, to the event bus and to the log, all alike', async (_what, event, cause) => {
    expect(await analyzer.receive(body(event))).toEqual({ batchItemFailures: [] });

    const [message] = messages();
    const diagnosis = JSON.parse(message.default) as Diagnosis;
    expect(diagnosis.cause).toBe(cause);
    expect(faultsOf(diagnosis)).toEqual([]);
    expect(onBus()).toEqual([diagnosis]);
    expect(analyzer.diagnoses).toEqual([diagnosis]);
    expect(message.sms).toBe(diagnosis.title);
    expect(message.email).toContain(diagnosis.title);
    expect(message.email).not.toContain('\u001b');
  });

  test.each([
    ['a replaced task, even with exit code 137,', 'scale-in-exit-137', 'stop/deployment'],
    ['a Spot interruption', 'spot-warning', 'stop/spot'],
  ])('%s is put on record and disturbs nobody', async (_what, name, cause) => {
    expect(await analyzer.receive(body(sampleEvent(name)))).toEqual({ batchItemFailures: [] });
    expect(onBus()).toEqual([expect.objectContaining({ cause, severity: 'benign' })]);
    expect(analyzer.diagnoses).toEqual(onBus());
    expect(messages()).toEqual([]);
  });

  test('a start calls nothing and writes nothing', async () => {
    await analyzer.restart();
    expect({ calls: analyzer.aws.calls, lines: analyzer.jsonLines }).toEqual({ calls: [], lines: [] });
  });

  test('what was allowed on purpose is told with its reason, from the construct to the message', async () => {
    const { stack, cluster } = shop();
    const web = service(stack, 'Web', cluster);
    StopAnalyzer.forService(web);
    Validations.of(web).acknowledge({ id: 'HardenedFargate::container-memory-limit', reason: 'a "small" cache & <nothing> else' });
    const template = Object.values(inputTemplates(stack)).find(Boolean);
    expect(await analyzer.receive(handedOver(OUT_OF_MEMORY, template))).toEqual({ batchItemFailures: [] });

    const [diagnosis] = onBus();
    expect(diagnosis).toMatchObject({ cause: 'memory/container-limit', service: 'demo-service' });
    expect(diagnosis.prevention).toContainEqual({ guardrail: 'container-memory-limit', acknowledged: { reason: 'a "small" cache & <nothing> else' } });
    expect(faultsOf(diagnosis)).toEqual([]);
    expect(messages()[0].email).toContain('a "small" cache & <nothing> else');
  });

  test('diagnoses on the event bus carry the name under which other programs ask for them', async () => {
    await analyzer.receive(body(OUT_OF_MEMORY));
    expect(analyzer.aws.inputsOf('events:PutEvents')).toEqual([{
      Entries: [expect.objectContaining({ Source: 'hardened-fargate', DetailType: 'Fargate Stop Diagnosis', Resources: [OUT_OF_MEMORY.detail.taskArn] })],
    }]);
  });

  test('a task that still runs is nothing to tell, and no dead letter', async () => {
    expect(await analyzer.receive(body(sampleEvent('running-with-guardduty')), body(OUT_OF_MEMORY))).toEqual({ batchItemFailures: [] });
    expect(analyzer.aws.inputsOf('sqs:SendMessage')).toEqual([]);
    expect(onBus().map(({ cause }) => cause)).toEqual(['memory/container-limit']);
  });

  test.each([
    ['broken JSON', '{"id":', /JSON/],
    ['a blank body', ' ', /JSON/],
    ['an event of another kind', body({ ...sampleEvent('scale-in-exit-137'), 'detail-type': 'EC2 Instance State-change Notification' }), /EC2 Instance State-change Notification/],
  ])('%s goes to the dead letters with the reason, and the rest of the batch goes on', async (_what, unreadable, reason) => {
    expect(await analyzer.receive(unreadable, body(OUT_OF_MEMORY))).toEqual({ batchItemFailures: [] });

    const [letter] = analyzer.aws.inputsOf('sqs:SendMessage');
    expect(letter.QueueUrl).toBe(analyzer.aws.queueUrl('dead-letters'));
    expect(letter.MessageBody).toBe(unreadable);
    expect((letter.MessageAttributes as Record<string, { StringValue: string }>).reason.StringValue).toMatch(reason);
    expect(onBus().map(({ cause }) => cause)).toEqual(['memory/container-limit']);
  });

  test.each([
    ['the topic is down', 'sns:Publish', DOWN],
    ['the topic is denied', 'sns:Publish', DENIED],
    ['the event bus is denied', 'events:PutEvents', DENIED],
  ])('when %s, the queue hands out again just what nobody was told', async (_what, action, refusal) => {
    analyzer.aws.refuse(action, refusal);
    const benign = sampleEvent('scale-in-exit-137');
    const outcome = await analyzer.receive(body(OUT_OF_MEMORY), body(benign));
    const both = action === 'events:PutEvents';
    expect(outcome).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }, ...both ? [{ itemIdentifier: 'message-1' }] : []] });
    expect(analyzer.jsonLines).toContainEqual({ undelivered: 'message-0', because: expect.stringContaining(refusal.message) });
  });

  test('when the event bus fails, people are told all the same', async () => {
    analyzer.aws.refuse('events:PutEvents', DENIED);
    await analyzer.receive(body(OUT_OF_MEMORY));
    expect(messages()).toHaveLength(1);
  });

  test('when the dead letters are denied, the queue hands out the unreadable event again', async () => {
    analyzer.aws.refuse('sqs:SendMessage', DENIED);
    expect(await analyzer.receive('{')).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
  });

  test('the handler calls what the construct grants it, and nothing else', async () => {
    await analyzer.receive(body(OUT_OF_MEMORY), '{');
    expect([...new Set(analyzer.aws.calls.map(({ action }) => action))].sort())
      .toEqual(['dynamodb:GetItem', 'dynamodb:UpdateItem', 'events:PutEvents', 'sns:Publish', 'sqs:SendMessage']);
  });
});

test('the construct grants the handler what it calls, and what is called in the name of its role', () => {
  const { stack } = shop();
  new StopAnalyzer(stack, 'StopAnalyzer', { evidence: StopEvidence.NONE });
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policies).toHaveLength(1);
  const granted: string[] = policies[0].Properties.PolicyDocument.Statement.flatMap(({ Action }: { readonly Action: string | string[] }) => Action);
  expect(granted.sort()).toEqual([
    'dynamodb:GetItem',
    // The index of the incidents, in a statement of its own.
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    // Which of its rules are enabled.
    'events:ListRuleNamesByTarget',
    'events:ListRules',
    'events:PutEvents',
    // Messages about incidents and the canary, in statements of their own.
    'events:PutEvents',
    'events:PutEvents',
    // SNS asks for the topic's key.
    'kms:Decrypt',
    'kms:GenerateDataKey',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sns:Publish',
    // Lambda itself takes the stops from the queue; the handler gives dead letters their reason.
    'sqs:DeleteMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    // Which incidents are muted.
    'ssm:GetParametersByPath',
  ]);
});

describe('an analyzer that tells of benign stops only', () => {
  let analyzer: ShippedAnalyzer;

  beforeAll(async () => {
    analyzer = await ShippedAnalyzer.start(['benign']);
  });

  afterAll(() => analyzer.stop());

  test('tells of a benign stop and of no failure', async () => {
    await analyzer.receive(body(sampleEvent('scale-in-exit-137')), body(OUT_OF_MEMORY));
    expect(analyzer.aws.inputsOf('sns:Publish')).toHaveLength(1);
  });
});
