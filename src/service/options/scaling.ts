import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { QueueScalingOptions, ScalingLimits, UtilizationScalingOptions } from './scaling-options';

/** A queue whose messages scale a service. */
export interface QueueScaling {
  readonly queue: sqs.IQueue;
  readonly options: QueueScalingOptions;
}

/**
 * How the number of tasks changes with the load.
 *
 * @example
 * new HardenedFargateService(stack, 'Web', { image, scaling: Scaling.onUtilization({ maxCapacity: 10 }) });
 */
export class Scaling {
  /**
   * Scales on CPU utilization, and on memory utilization and requests if they are set.
   */
  public static onUtilization(options: UtilizationScalingOptions): Scaling {
    const { targetCpuUtilizationPercent = 60 } = options;
    return new Scaling(options, { ...options, targetCpuUtilizationPercent });
  }

  /**
   * Scales on the messages in a queue, and to zero with `minCapacity: 0`. The service needs permission to read them:
   * `queue.grantConsumeMessages(service)`.
   *
   * The queue must have a dead-letter queue, and a visibility timeout of at least `drainTime`.
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
