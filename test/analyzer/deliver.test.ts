import { deliveryTo } from '../../src/analyzer/handler/deliver.lambda';
import { openSinks } from '../../src/analyzer/handler/sinks.lambda';
import type { Diagnosis } from '../../src/diagnosis/model/diagnosis';
import { aDiagnosis } from '../diagnosis/a-diagnosis';
import { AwsEndpoint, DENIED, type Fault } from '../fake-aws/aws-endpoint';

let aws: AwsEndpoint;
let lines: string[];

beforeAll(async () => {
  aws = await AwsEndpoint.start();
});

beforeEach(() => {
  lines = [];
  jest.spyOn(process.stdout, 'write').mockImplementation(line => lines.push(String(line)) > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
  aws.recover();
});

afterAll(() => aws.stop());

const delivery = (chatTopicArn?: string) => {
  const { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = aws.environment;
  const sinks = openSinks({ endpoint, region, credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY } });
  return deliveryTo(sinks, { analyzer: 'Shop', queueArn: 'arn:aws:sqs:us-east-2:111122223333:stops', queueUrl: aws.queueUrl('stops'), topicArn: 'arn:aws:sns:us-east-2:111122223333:stops', deadLetterQueueUrl: aws.queueUrl('dead'), tableName: 'incidents', notify: ['failure'], evidence: [], chatTopicArn });
};

const reasons = () => aws.inputsOf('sqs:SendMessage').map(({ MessageAttributes }) => (MessageAttributes as Record<string, { StringValue: string }>).reason.StringValue);

const onBus = () => aws.inputsOf('events:PutEvents').map(({ Entries }) => JSON.parse((Entries as { Detail: string }[])[0].Detail) as Diagnosis);

test('an entry that the event bus refuses is a failure, though the call succeeds', async () => {
  aws.refuseEntries({ ErrorCode: 'InternalFailure', ErrorMessage: 'Internal service failure' });
  await expect(delivery().deliver(aDiagnosis())).rejects.toThrow('the event bus rejected the diagnosis: InternalFailure: Internal service failure');
});

test('a diagnosis that is too large for the event bus is shortened until it fits, and so is its line in the log', async () => {
  const clue = { source: 'log', quote: `begin ${'x'.repeat(300_000)} end`, says: 'the last error in its log' };
  await delivery().deliver(aDiagnosis({ clues: Array.from({ length: 200 }, () => clue) }));
  const [{ cause, clues: [shortened] }] = onBus();
  expect(cause).toBe('init/secret-permission');
  expect(shortened.quote).toMatch(/^begin x+…x+ … end$/);
  const [line] = lines;
  expect(line).toContain('"schemaVersion"');
  expect(Buffer.byteLength(line)).toBeLessThanOrEqual(262_144);
});

test('a diagnosis that fits is delivered as it is, to the log, the event bus and the topic', async () => {
  await delivery().deliver(aDiagnosis());
  expect(onBus()).toEqual([aDiagnosis()]);
  expect(lines.map(line => JSON.parse(line) as object).filter(line => !('_aws' in line))).toEqual([aDiagnosis()]);
  expect(aws.inputsOf('sns:Publish')).toHaveLength(1);
});

test('a diagnosis without a task names no resource on the event bus', async () => {
  await delivery().deliver(aDiagnosis({ taskArn: null }));
  expect(aws.inputsOf('events:PutEvents')).toEqual([{ Entries: [expect.objectContaining({ Resources: [] })] }]);
});

test('a chat is told by a custom notification of Amazon Q Developer, in the thread of its service and cause', async () => {
  await delivery('arn:aws:sns:us-east-2:111122223333:chat').deliver(aDiagnosis());
  const [chat] = aws.inputsOf('sns:Publish').filter(({ TopicArn }) => TopicArn === 'arn:aws:sns:us-east-2:111122223333:chat');
  expect(chat.MessageStructure).toBeUndefined();
  expect(JSON.parse(String(chat.Message))).toMatchObject({
    version: '1.0',
    source: 'custom',
    content: { textType: 'client-markdown', title: expect.any(String), description: expect.any(String) },
    metadata: { threadId: expect.stringContaining('init/secret-permission') },
  });
  expect(aws.inputsOf('sns:Publish')).toHaveLength(2);
});

test('a chat that takes nothing fails the delivery, and the topic is told all the same', async () => {
  aws.refuse('sns:Publish', DENIED, ({ TopicArn }) => String(TopicArn).endsWith(':chat'));
  await expect(delivery('arn:aws:sns:us-east-2:111122223333:chat').deliver(aDiagnosis())).rejects.toThrow('not authorized');
  expect(aws.calls.filter(({ action, taken }) => action === 'sns:Publish' && taken)).toHaveLength(1);
});

test('a severity that nobody asked for is not published', async () => {
  await delivery().deliver(aDiagnosis({ severity: 'notice' }));
  expect(aws.inputsOf('sns:Publish')).toEqual([]);
});

test('a reason that SQS would refuse is made acceptable: control characters, halves of characters, too long, empty', async () => {
  for (const reason of ['one\u0000two\u001b[31m\ud83dthree\uffff', 'x'.repeat(5_000), '']) await delivery().setAside('{', reason);
  expect(reasons()).toEqual(['one two [31m three ', 'x'.repeat(1_024), 'unknown']);
});

const SINKS = [
  ['the topic', 'sns:Publish', {}, () => delivery().deliver(aDiagnosis())],
  ['the event bus', 'events:PutEvents', { FailedEntryCount: 0, Entries: [{}] }, () => delivery().deliver(aDiagnosis())],
  ['the dead-letter queue', 'sqs:SendMessage', { MD5OfMessageBody: 'f95b70fdc3088560732a5ac135644506' }, () => delivery().setAside('{', 'no JSON')],
] as const;

describe.each(SINKS)('%s', (sink, action, withoutId, send) => {
  test.each(['empty', 'foreign', 'malformed'] as const satisfies readonly Fault[])('has taken nothing when it answers with success and the answer is %s', async fault => {
    aws.fail(action, fault);
    await expect(send()).rejects.toThrow();
  });

  test('has taken nothing when its answer names no id', async () => {
    aws.answer(action, withoutId);
    await expect(send()).rejects.toThrow(`${sink} confirmed no message: its response has no message ID, so another server might have sent it`);
  });
});

test('no sink is waited for longer than a delivery may take', async () => {
  for (const [, action] of SINKS) aws.fail(action, 'silence');
  await Promise.all(SINKS.map(([,,, send]) => expect(send()).rejects.toThrow(/TimeoutError|timed out|timeout/i)));
  for (const [, action] of SINKS) expect(aws.inputsOf(action).length).toBeGreaterThanOrEqual(3);
});
