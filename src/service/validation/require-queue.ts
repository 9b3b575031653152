import { type Duration, Token } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/** What SQS takes for what a queue does not say. */
const DEFAULTS = { visibilityTimeout: 30, receiveMessageWaitTimeSeconds: 0 } as const;

/** What is said of dead letters. */
interface DeadLetterChoice {
  readonly deadLetterQueue?: sqs.IQueue;
  readonly noDeadLetterQueueReason?: string;
}

/** Refuses a queue that shows its messages too early or too late to a task that is told to stop, or to anybody who has the disk. */
export function requireDrainable(queue: sqs.IQueue, drainTime: Duration): void {
  const settings = settingsOf(queue);
  if (settings === undefined) return;
  requireEncryption(queue, settings);
  if (drainTime.isUnresolved()) return;
  requireVisibility(queue, settings.visibilityTimeout ?? DEFAULTS.visibilityTimeout, drainTime.toSeconds());
  requirePoll(queue, settings.receiveMessageWaitTimeSeconds ?? DEFAULTS.receiveMessageWaitTimeSeconds, drainTime.toSeconds());
}

function requireVisibility({ node }: sqs.IQueue, timeout: number, drainSeconds: number): void {
  if (Token.isUnresolved(timeout) || timeout >= drainSeconds) return;
  throw new Error(
    `'drainTime' is ${drainSeconds} seconds, but the visibility timeout of the queue '${node.path}' is ${timeout}, and another `
      + 'task would get the message of a stopping task; raise the visibilityTimeout of the queue above the processing time of a '
      + "message, or lower 'drainTime'",
  );
}

function requirePoll({ node }: sqs.IQueue, waitSeconds: number, drainSeconds: number): void {
  if (Token.isUnresolved(waitSeconds) || waitSeconds < drainSeconds) return;
  throw new Error(
    `'drainTime' is ${drainSeconds} seconds, but a request to the queue '${node.path}' waits ${waitSeconds} for messages, and a `
      + "stopping task could get one with no time left to process it; raise 'drainTime', or lower the receiveMessageWaitTime of "
      + 'the queue',
  );
}

function requireEncryption({ node }: sqs.IQueue, { sqsManagedSseEnabled, kmsMasterKeyId }: sqs.CfnQueue): void {
  if (sqsManagedSseEnabled !== false || kmsMasterKeyId !== undefined) return;
  throw new Error(
    `the queue '${node.path}' is not encrypted, but its messages are stored on disk until they are processed; remove its 'encryption', `
      + 'or set it to QueueEncryption.SQS_MANAGED',
  );
}

/** Where messages go that fail again and again; undefined where that is nowhere, or not known. */
export function deadLetterQueueOf(queue: sqs.IQueue, choice: DeadLetterChoice): sqs.IQueue | undefined {
  const own = choice.deadLetterQueue ?? (queue instanceof sqs.Queue ? queue.deadLetterQueue?.queue : undefined);
  if (own === undefined && settingsOf(queue)?.redrivePolicy === undefined) requireReason(queue, choice.noDeadLetterQueueReason);
  return own;
}

function requireReason(queue: sqs.IQueue, reason: string | undefined): void {
  if (reason !== undefined && (Token.isUnresolved(reason) || reason.trim() !== '')) return;
  throw new Error(
    settingsOf(queue) === undefined
      ? `the queue '${queue.node.path}' is imported, and its dead-letter queue is not known; set `
        + "'deadLetterQueue', or 'noDeadLetterQueueReason' if it has none"
      : `the queue '${queue.node.path}' has no dead-letter queue, and a message that fails is retried until SQS `
        + "deletes it; set its 'deadLetterQueue', use HardenedQueue, or set 'noDeadLetterQueueReason'",
  );
}

/** What the app says of a queue that it declares; of an imported one nothing is known. */
function settingsOf({ node: { defaultChild } }: sqs.IQueue): sqs.CfnQueue | undefined {
  return defaultChild instanceof sqs.CfnQueue ? defaultChild : undefined;
}
