import type { Duration } from 'aws-cdk-lib';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';

/** When EventBridge Scheduler runs a task. */
export interface TaskScheduleOptions {
  /**
   * When, such as `ScheduleExpression.cron({ hour: '3', minute: '0', timeZone: TimeZone.EUROPE_BERLIN })`.
   */
  readonly schedule: scheduler.ScheduleExpression;

  /**
   * The command that the container runs on this schedule.
   *
   * @default - that of the task
   */
  readonly command?: string[];

  /**
   * The time within which the task may be started.
   *
   * @default - at the time itself
   */
  readonly timeWindow?: scheduler.TimeWindow;

  /**
   * Whether the task is run.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How often EventBridge Scheduler asks ECS again to start the task, when ECS has refused. A task that has started and fails is not
   * started again.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * How long it asks; then the invocation goes to `deadLetterQueue`.
   *
   * @default Duration.hours(1)
   */
  readonly maxEventAge?: Duration;
}
