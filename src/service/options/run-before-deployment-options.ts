import type { Duration } from 'aws-cdk-lib';

/** How a task is run before a deployment. */
export interface RunBeforeDeploymentOptions {
  /**
   * How long the task may take, 55 minutes at most. Then it is stopped, and the deployment fails.
   *
   * @default Duration.minutes(30)
   */
  readonly timeout?: Duration;
}
