import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Props of `HardenedQueue`. */
export interface HardenedQueueProps {
  /**
   * The visibility timeout of messages. It must be longer than the processing of a message takes.
   *
   * @default Duration.minutes(5)
   */
  readonly visibilityTimeout?: Duration;

  /**
   * The number of receives after which a message goes to the dead-letter queue.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * The retention period of messages. The dead-letter queue retains messages for 14 days after they were sent.
   *
   * @default Duration.days(4)
   */
  readonly retentionPeriod?: Duration;

  /**
   * Whether the queue is a FIFO queue, which orders the messages of a group and removes duplicates for five minutes.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * The key that encrypts the messages. Senders and receivers must be allowed to use it.
   *
   * @default - a key that SQS owns
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Whether both queues and their messages are retained when they are removed from the stack.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE - they are retained, unless their first deployment fails
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * An SQS queue with encryption, TLS, long polling, and a dead-letter queue.
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
