import type { Duration } from 'aws-cdk-lib';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';

/** Options for a schedule of a task. */
export interface TaskScheduleOptions {
  /**
   * The schedule, such as `ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN })`.
   */
  readonly schedule: scheduler.ScheduleExpression;

  /**
   * The command of the container for this schedule.
   *
   * @default - the command of the task
   */
  readonly command?: string[];

  /**
   * The time window in which the task can start.
   *
   * @default - no window: the task starts at the scheduled time
   */
  readonly timeWindow?: scheduler.TimeWindow;

  /**
   * Whether the schedule is enabled.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * The number of retries when ECS does not start the task. A task that started and failed is not retried.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * The time for retries. After it, the invocation goes to the dead-letter queue.
   *
   * @default Duration.hours(1)
   */
  readonly maxEventAge?: Duration;
}
