import type { Duration } from 'aws-cdk-lib';

/** An alarm that a service gets only on request. */
export enum OptionalAlarm {
  /** The average memory utilization is above 80%. */
  MEMORY_HIGH = 'memory-high',

  /** A task could not start, failed, or failed a health check. The stop analyzer counts these tasks. */
  FAILED_TASKS = 'failed-tasks',

  /** The restart policy restarted a container. */
  CONTAINER_RESTARTS = 'container-restarts',

  /** A deployment is still in progress after twice the startup time of its tasks. */
  ROLLOUT_STUCK = 'rollout-stuck',

  /** Scaling has reached the maximum number of tasks. It needs `scaling`. */
  SCALING_EXHAUSTED = 'scaling-exhausted',

  /** A task fails the health check of the load balancer for longer than its startup time. It needs load balancing. */
  UNHEALTHY_TARGETS = 'unhealthy-targets',
}

/** Additional alarms of a service. */
export interface AlarmOptions {
  /**
   * The additional alarms.
   *
   * @default - none
   */
  readonly more?: OptionalAlarm[];

  /**
   * The limit for the response time of 99% of the requests. It needs load balancing.
   *
   * @default - no alarm on latency
   */
  readonly latencyP99?: Duration;

  /**
   * Whether a deployment is rolled back if tasks fail more than 5% of the requests, with at least ten requests per
   * minute.
   *
   * @default true - with load balancing
   */
  readonly rollback?: boolean;
}
