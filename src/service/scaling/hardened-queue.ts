import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** What differs from queue to queue. */
export interface HardenedQueueProps {
  /**
   * How long a message stays hidden from others once a task has got it: longer than a task needs for it, at worst.
   *
   * @default Duration.minutes(5)
   */
  readonly visibilityTimeout?: Duration;

  /**
   * How often a message is tried before it goes to the dead-letter queue.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * How long messages are kept that nobody processes. The dead-letter queue keeps its own for 14 days from the day they were sent.
   *
   * @default Duration.days(4)
   */
  readonly retentionPeriod?: Duration;

  /**
   * Whether messages of one group are processed one after another, and each once within five minutes.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * The key that encrypts the messages. Senders and receivers must be allowed to use it.
   *
   * @default - SQS encrypts with a key of its own
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * What becomes of both queues, with their messages, when they leave the stack.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE - they are kept, unless their first deployment fails
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A queue that encrypts its messages, answers over TLS only, waits for messages instead of answering that there are none, and
 * keeps apart what failed again and again.
 *
 * @example
 * const queue = new HardenedQueue(stack, 'Orders', { visibilityTimeout: Duration.minutes(5) });
 * const worker = new HardenedFargateService(stack, 'Worker', {
 *   image,
 *   scaling: Scaling.onQueue(queue, { maxCapacity: 20, backlogPerTask: 10 }),
 * });
 * queue.grantConsumeMessages(worker);
 */
export class HardenedQueue extends sqs.Queue {
  constructor(scope: Construct, id: string, props: HardenedQueueProps = {}) {
    const { encryptionKey, fifo, removalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE } = props;
    const both: sqs.QueueProps = {
      encryption: encryptionKey === undefined ? sqs.QueueEncryption.SQS_MANAGED : sqs.QueueEncryption.KMS,
      encryptionMasterKey: encryptionKey,
      enforceSSL: true,
      // CloudFormation knows `false` only as the absence of the property.
      fifo: fifo === true ? true : undefined,
      removalPolicy,
    };
    const deadLetterQueue = new sqs.Queue(scope, `${id}DeadLetters`, { ...both, retentionPeriod: Duration.days(14) });
    super(scope, id, {
      ...both,
      visibilityTimeout: props.visibilityTimeout ?? Duration.minutes(5),
      retentionPeriod: props.retentionPeriod,
      receiveMessageWaitTime: Duration.seconds(20),
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: props.maxReceiveCount ?? 5 },
    });
  }
}
