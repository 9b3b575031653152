import { TICK } from './crashes';
import { shareAnalyzer } from './share-analyzer';
import { ShippedAnalyzer } from './shipped-analyzer';
import { DENIED } from '../fake-aws/aws-endpoint';

let analyzer: ShippedAnalyzer;
shareAnalyzer(started => { analyzer = started; });

/** A letter that the queue moved by itself, as SQS hands it out. */
const moved = (more: object = {}) => ({
  MessageId: 'letter',
  ReceiptHandle: 'handle-1',
  Body: '{"detail-type":"ECS Task State Change"}',
  Attributes: { DeadLetterQueueSourceArn: 'arn:aws:sqs:us-east-2:111122223333:stops', SentTimestamp: '1795788000000' },
  ...more,
});

/** The dead-letter queue holds these letters. */
const hold = (...Messages: readonly object[]): void => analyzer.aws.hold({ 'sqs:ReceiveMessage': { Messages } });

const done = (): readonly string[] => analyzer.aws.calls.map(({ action }) => action).filter(action => /sqs:(?:Send|Delete)/.test(action));

test('a letter that the queue moved by itself gets its reason with the next tick, and is there all the time', async () => {
  hold(moved({ MessageAttributes: { more: { DataType: 'String', StringValue: 'kept' } } }));
  await analyzer.receive(TICK);
  expect(analyzer.aws.inputsOf('sqs:ReceiveMessage')).toEqual([expect.objectContaining({ QueueUrl: analyzer.aws.queueUrl('dead-letters'), VisibilityTimeout: 0 })]);
  expect(analyzer.aws.inputsOf('sqs:SendMessage')).toEqual([{
    QueueUrl: analyzer.aws.queueUrl('dead-letters'),
    MessageBody: '{"detail-type":"ECS Task State Change"}',
    MessageAttributes: {
      more: { DataType: 'String', StringValue: 'kept' },
      reason: {
        DataType: 'String',
        StringValue: 'the function received the event 8 times, first at 2026-11-27T14:00:00.000Z, and did not finish: '
          + 'it could not start, was stopped, or could not write to the dead-letter queue; its log of that time shows why',
      },
    },
  }]);
  expect(analyzer.aws.inputsOf('sqs:DeleteMessage')).toEqual([{ QueueUrl: analyzer.aws.queueUrl('dead-letters'), ReceiptHandle: 'handle-1' }]);
  expect(done()).toEqual(['sqs:SendMessage', 'sqs:DeleteMessage']);
});

test.each([
  ['the function set aside', { Attributes: { SentTimestamp: '1795788000000' }, MessageAttributes: { reason: { DataType: 'String', StringValue: 'the message is not JSON' } } }],
  ['EventBridge could not put into the queue', { Attributes: {}, MessageAttributes: { ERROR_CODE: { DataType: 'String', StringValue: 'NO_PERMISSIONS' }, ERROR_MESSAGE: { DataType: 'String', StringValue: 'no' } } }],
  ['has its reason already', { MessageAttributes: { reason: { DataType: 'String', StringValue: 'the function got it 8 times' } } }],
  ['somebody put there by hand', { Attributes: {} }],
])('a letter that %s stays as it is', async (_who, more) => {
  hold(moved(more));
  await analyzer.receive(TICK);
  expect(done()).toEqual([]);
});

test('a letter whose copy is not taken stays where it is, and the log says so', async () => {
  hold(moved());
  analyzer.aws.refuse('sqs:SendMessage', DENIED);
  expect(await analyzer.receive(TICK)).toEqual({ batchItemFailures: [] });
  expect(done()).toEqual(['sqs:SendMessage']);
  expect(analyzer.jsonLines).toContainEqual({ withoutReason: expect.stringContaining('User is not authorized') });
});

test('only the clock looks at dead letters', async () => {
  hold(moved());
  await analyzer.receive('no event');
  expect(analyzer.aws.inputsOf('sqs:ReceiveMessage')).toEqual([]);
});
