import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PublishCommand } from '@aws-sdk/client-sns';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DIAGNOSIS_EVENT } from './diagnosis-event';
import type { AnalyzerSettings } from './environment';
import { fitIntoMessage } from './fit-into-message';
import type { BatchPorts } from './handle-batch';
import { notificationOf } from './notification';
import type { Sinks } from './sinks.lambda';
import type { Diagnosis } from '../diagnosis/model/diagnosis';

const LONGEST_REASON = 1_024;

/** Where diagnoses go: each to the log and the event bus, those that somebody has to know of to the topic as well. */
export const deliveryTo = (clients: Sinks, settings: AnalyzerSettings): Omit<BatchPorts, 'read' | 'diagnose'> => ({
  log,
  deliver: async diagnosis => {
    const json = fitIntoMessage(diagnosis, short => JSON.stringify(short));
    log(json);
    // Neither waits for the other: whoever can be told is told, and a failure of one has both tried again.
    await allOf([
      putOnEventBus(clients, diagnosis, json),
      ...settings.notify.includes(diagnosis.severity) ? [publish(clients, settings, diagnosis)] : [],
    ]);
  },
  setAside: async (body, reason) => {
    const { MessageId } = await clients.sqs.send(new SendMessageCommand({
      QueueUrl: settings.deadLetterQueueUrl,
      // Unchanged, so that the message can be moved back into the queue once its reader is mended.
      MessageBody: body,
      MessageAttributes: { reason: { DataType: 'String', StringValue: plain(reason) } },
    }));
    requireReceipt('the dead-letter queue', MessageId);
  },
});

/** Written past the console, which would put a time and a request id before the JSON. */
export const log = (line: string): void => void process.stdout.write(`${line}\n`);

async function publish({ sns }: Sinks, { topicArn }: AnalyzerSettings, diagnosis: Diagnosis): Promise<void> {
  const { MessageId } = await sns.send(new PublishCommand({ TopicArn: topicArn, ...notificationOf(diagnosis) }));
  requireReceipt('the topic', MessageId);
}

async function putOnEventBus({ eventBridge }: Sinks, { taskArn }: Diagnosis, json: string): Promise<void> {
  const { FailedEntryCount, Entries } = await eventBridge.send(new PutEventsCommand({
    Entries: [{
      Source: DIAGNOSIS_EVENT.source,
      DetailType: DIAGNOSIS_EVENT.detailType,
      Resources: taskArn ? [taskArn] : [],
      Detail: json,
    }],
  }));
  const [entry = {}] = Entries ?? [];
  // A refused entry is a success to HTTP.
  if (FailedEntryCount || entry.ErrorCode) {
    throw new Error(`the event bus refused the diagnosis: ${entry.ErrorCode}: ${entry.ErrorMessage}`);
  }
  requireReceipt('the event bus', entry.EventId);
}

/** Whatever stands between the function and a service may answer with success, too; it does not know the id of what was taken. */
function requireReceipt(sink: string, id: string | undefined): void {
  if (id) return;
  throw new Error(`${sink} gave no receipt: its answer holds no id of the message, so somebody else may have answered`);
}

async function allOf(attempts: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(attempts);
  const failures = outcomes.flatMap(outcome => outcome.status === 'rejected' ? [String(outcome.reason)] : []);
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/** SQS refuses an attribute that is empty or holds control characters. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').slice(0, LONGEST_REASON) || 'unknown';
