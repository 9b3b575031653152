import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { requireReceipt, destinationsOf } from './destinations.lambda';
import type { Sinks } from './sinks.lambda';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { BatchPorts } from '../explaining/batch-ports';
import { fitIntoMessage } from '../notifying/fit-into-message';
import type { AnalyzerSettings } from '../protocol/environment';
import { stopCountOf } from '../protocol/stop-count';

const LONGEST_REASON = 1_024;

/** What is written where no incident is kept. */
interface Delivery extends Pick<BatchPorts, 'log' | 'setAside'> {
  readonly deliver: (diagnosis: Diagnosis) => Promise<void>;
}

/** Where diagnoses go: each to the log and the event bus, those that somebody has to know of to the topics as well. */
export const deliveryTo = (clients: Sinks, settings: AnalyzerSettings): Delivery => ({
  log,
  deliver: async diagnosis => {
    logDiagnosis(diagnosis);
    // None waits for another: whoever can be told is told, and a failure of one has all tried again.
    await allOf(Object.values(destinationsOf(clients, settings, diagnosis)).map(send => send()));
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

/** Writes the diagnosis of a stop as one line that CloudWatch Logs takes whole, and one line by which CloudWatch counts the stop. */
export function logDiagnosis(diagnosis: Diagnosis): void {
  log(fitIntoMessage(diagnosis, short => JSON.stringify(short)));
  const { cluster, service, severity, cause } = diagnosis;
  log(fitIntoMessage({ cluster, service, severity, cause }, short => stopCountOf(short, Date.now())));
}

async function allOf(attempts: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(attempts);
  const failures = outcomes.flatMap(outcome => outcome.status === 'rejected' ? [String(outcome.reason)] : []);
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/** SQS refuses an attribute that is empty or holds control characters. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').slice(0, LONGEST_REASON) || 'unknown';
