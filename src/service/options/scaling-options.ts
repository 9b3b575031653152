import type { Duration } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** The limits between which the number of tasks moves. */
export interface ScalingLimits {
  /**
   * The fewest tasks that run. With two, the service survives the loss of one. A worker may have zero: its alarms then
   * take no task for no work, and something has to scale it out, such as `Scaling.onQueue`.
   *
   * @default 2
   */
  readonly minCapacity?: number;

  /** The most tasks that run. */
  readonly maxCapacity: number;
}

/** How the number of tasks follows what the tasks use, and the requests that they get. */
export interface UtilizationScalingOptions extends ScalingLimits {
  /**
   * The CPU utilization to which the number of tasks is adjusted, in percent of what the tasks have.
   *
   * @default 60
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * The memory utilization to which the number of tasks is adjusted, in percent of what the tasks have.
   *
   * @default - memory does not scale the service: most runtimes do not give it back, so that it would never scale in
   */
  readonly targetMemoryUtilizationPercent?: number;

  /**
   * The number of requests a minute that one task should get. It needs load balancing.
   *
   * @default - requests do not scale the service
   */
  readonly targetRequestsPerTask?: number;
}

/** How the number of tasks follows the messages in a queue. */
export interface QueueScalingOptions extends ScalingLimits {
  /**
   * How many messages one task should have, waiting or being processed: the time that a message may wait, divided by the
   * time that a task needs for one.
   *
   * @see https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
   */
  readonly backlogPerTask: number;

  /**
   * The CPU utilization to which the number of tasks is adjusted as well, in percent of what the tasks have.
   *
   * @default - only the queue scales the service
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * The queue that SQS moves messages to which failed again and again. The alarm `DeadLetters` tells people when it is not empty.
   *
   * @default - that of the queue, where the app declares it; an imported queue needs an answer, because its own cannot be seen
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * Why the queue has no dead-letter queue.
   *
   * @default - it must have one
   */
  readonly noDeadLetterQueueReason?: string;

  /**
   * The age of the oldest message at which the alarm `MessagesTooOld` fires.
   *
   * @default - twice the visibility timeout of the queue, at least 15 minutes; an hour where the timeout is not known
   */
  readonly maxMessageAge?: Duration;

  /**
   * Whether tasks may protect themselves from scaling and deployments while they process a message, with a request to
   * `$ECS_AGENT_URI/task-protection/v1/state`. Spot interruptions and failures end protected tasks too.
   *
   * @default false - a task that is no longer needed is stopped, and has `drainTime` to finish its message
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html
   */
  readonly taskProtection?: boolean;
}
