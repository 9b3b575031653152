import type { Duration } from 'aws-cdk-lib';

/** Options for a task that runs before a deployment. */
export interface RunBeforeDeploymentOptions {
  /**
   * The longest run time of the task, at most 55 minutes. After it, the task is stopped and the deployment fails.
   *
   * @default Duration.minutes(30)
   */
  readonly timeout?: Duration;
}
