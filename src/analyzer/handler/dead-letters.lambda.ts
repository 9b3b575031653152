import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { log } from './deliver.lambda';
import { requireReceipt } from './destinations.lambda';
import type { Sinks } from './sinks.lambda';
import { messageOf } from '../explaining/explain-event';
import { within } from '../explaining/within';
import { reasonOfQueue } from '../protocol/dead-letter';
import type { AnalyzerSettings } from '../protocol/environment';
import { TIME_LIMITS } from '../protocol/time-limits';

/** As many as SQS hands out at once; others have their turn a minute later. */
const AT_ONCE = 10;

/** Writes the reason to the dead letters that the queue moved by itself. One that fails is tried again with the next tick. */
export async function giveReasons(sinks: Sinks, settings: AnalyzerSettings): Promise<void> {
  try {
    await within(TIME_LIMITS.settingAside, 'giving dead letters their reason', giveAll(sinks, settings));
  } catch (error) {
    log(JSON.stringify({ withoutReason: messageOf(error) }));
  }
}

async function giveAll({ sqs }: Sinks, { deadLetterQueueUrl }: AnalyzerSettings): Promise<void> {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({
    QueueUrl: deadLetterQueueUrl,
    MaxNumberOfMessages: AT_ONCE,
    // Whoever looks at the letters now sees them all the same, and the alarm counts them once. Two ticks at once may leave one twice.
    VisibilityTimeout: 0,
    MessageAttributeNames: ['All'],
    MessageSystemAttributeNames: ['DeadLetterQueueSourceArn', 'SentTimestamp'],
  }));
  for (const letter of Messages) {
    const reason = reasonOfQueue(letter);
    if (reason !== undefined) await replace(sqs, deadLetterQueueUrl, letter, reason);
  }
}

/** SQS changes no message: one with the reason takes its place, and lies there before the other goes. */
async function replace(sqs: Sinks['sqs'], QueueUrl: string, letter: Message, reason: string): Promise<void> {
  const { Body, MessageAttributes, ReceiptHandle } = letter;
  const { MessageId } = await sqs.send(new SendMessageCommand({
    QueueUrl, MessageBody: Body, MessageAttributes: { ...MessageAttributes, reason: { DataType: 'String', StringValue: reason } },
  }));
  requireReceipt('the dead-letter queue', MessageId);
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}
