import type { Duration } from 'aws-cdk-lib';

/** An alarm that a service gets only when asked for. */
export enum OptionalAlarm {
  /** The tasks use more than 80 % of their memory on average. */
  MEMORY_HIGH = 'memory-high',

  /** A task failed: it could not start, its program failed, or a check stopped it. The stop analyzer counts them. */
  FAILED_TASKS = 'failed-tasks',

  /** A container was started again by its restart policy. */
  CONTAINER_RESTARTS = 'container-restarts',

  /** A deployment does not end, although its tasks have had twice their start-up time. */
  ROLLOUT_STUCK = 'rollout-stuck',

  /** Scaling has asked for as many tasks as it may. It needs `scaling`. */
  SCALING_EXHAUSTED = 'scaling-exhausted',

  /** A task fails the health check of the load balancer for longer than it needs to start. It needs load balancing. */
  UNHEALTHY_TARGETS = 'unhealthy-targets',
}

/** What is watched beyond the alarms that every service has. */
export interface AlarmOptions {
  /**
   * Alarms that not every service needs.
   *
   * @default - none
   */
  readonly more?: OptionalAlarm[];

  /**
   * The time within which 99 of 100 requests should be answered. It needs load balancing.
   *
   * @default - latency is not watched, because only its author knows what is slow for a service
   */
  readonly latencyP99?: Duration;

  /**
   * Whether a deployment is rolled back when the tasks fail more than 5 % of at least ten requests a minute.
   *
   * @default true - where there is load balancing
   */
  readonly rollback?: boolean;
}
