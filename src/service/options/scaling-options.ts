import type { Duration } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** The minimum and the maximum number of tasks. */
export interface ScalingLimits {
  /**
   * The minimum number of tasks. With two, the service stays available if one stops. A worker can have zero if
   * something starts its first task: `Scaling.onQueue`, or a schedule on `scalableTaskCount`. CPU and memory
   * utilization do not. Its alarms then accept that no task runs.
   *
   * @default 2
   */
  readonly minCapacity?: number;

  /** The maximum number of tasks. */
  readonly maxCapacity: number;
}

/** Options for scaling on CPU utilization, memory utilization, and requests. */
export interface UtilizationScalingOptions extends ScalingLimits {
  /**
   * The target CPU utilization in percent.
   *
   * @default 60
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * The target memory utilization in percent.
   *
   * @default - memory does not scale the service; most runtimes do not release memory, so the service would never
   * scale in
   */
  readonly targetMemoryUtilizationPercent?: number;

  /**
   * The target number of requests per task and minute. It needs load balancing.
   *
   * @default - requests do not scale the service
   */
  readonly targetRequestsPerTask?: number;
}

/** Options for scaling on the messages in a queue. */
export interface QueueScalingOptions extends ScalingLimits {
  /**
   * The target number of messages per task, waiting or in process. Divide the longest acceptable wait of a message by
   * the processing time of one message.
   *
   * @see
   * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
   */
  readonly backlogPerTask: number;

  /**
   * The target CPU utilization in percent, in addition to the queue.
   *
   * @default - only the queue scales the service
   */
  readonly targetCpuUtilizationPercent?: number;

  /**
   * The dead-letter queue. The alarm `DeadLetters` is triggered when it is not empty.
   *
   * @default - the dead-letter queue of the queue; required for an imported queue
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * The reason why the queue has no dead-letter queue.
   *
   * @default - none; a dead-letter queue is required
   */
  readonly noDeadLetterQueueReason?: string;

  /**
   * The age of the oldest message that triggers the alarm `MessagesTooOld`.
   *
   * @default - twice the visibility timeout of the queue, at least 15 minutes; one hour if the timeout is not known
   */
  readonly maxMessageAge?: Duration;

  /**
   * Whether tasks have permission to protect themselves from scale-in and deployments, with a request to
   * `$ECS_AGENT_URI/task-protection/v1/state`. Spot interruptions and failures also stop protected tasks.
   *
   * @default false - a task that scale-in stops has `drainTime` to finish its message
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html
   */
  readonly taskProtection?: boolean;
}
