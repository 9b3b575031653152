import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { QueueScalingOptions, ScalingLimits, UtilizationScalingOptions } from './scaling-options';

/** A queue whose messages scale a service. */
export interface QueueScaling {
  readonly queue: sqs.IQueue;
  readonly options: QueueScalingOptions;
}

/**
 * How the number of tasks follows the load.
 *
 * @example
 * new HardenedFargateService(stack, 'Web', { image, scaling: Scaling.onUtilization({ maxCapacity: 10 }) });
 */
export class Scaling {
  /**
   * The number of tasks follows the CPU utilization; memory utilization and requests when they are given.
   */
  public static onUtilization(options: UtilizationScalingOptions): Scaling {
    const { targetCpuUtilizationPercent = 60 } = options;
    return new Scaling(options, { ...options, targetCpuUtilizationPercent });
  }

  /**
   * The number of tasks follows the messages in a queue, down to none with `minCapacity: 0`. Give the service the right to
   * read them: `queue.grantConsumeMessages(service)`.
   *
   * The queue must have a dead-letter queue, and a visibility timeout that lasts until a task that is told to stop has finished.
   */
  public static onQueue(queue: sqs.IQueue, options: QueueScalingOptions): Scaling {
    return new Scaling(options, { targetCpuUtilizationPercent: options.targetCpuUtilizationPercent }, { queue, options });
  }

  private constructor(
    /** @internal */
    public readonly _limits: ScalingLimits,
    /** @internal */
    public readonly _targets: ScalingTargets,
    /** @internal */
    public readonly _queue?: QueueScaling,
  ) {}
}

/** The values that scaling holds; what is left out does not scale the service. */
export type ScalingTargets = Pick<
  UtilizationScalingOptions, 'targetCpuUtilizationPercent' | 'targetMemoryUtilizationPercent' | 'targetRequestsPerTask'
>;
