import type { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FailureThreshold } from './failure-threshold';

/** Options that all deployments share. */
export interface DeploymentOptions {
  /**
   * The reason why a failed deployment is not rolled back. It stops, and the alarms report it.
   *
   * @default - ECS rolls back to the last successful version
   */
  readonly noRollbackReason?: string;
}

/** Options for a deployment with a circuit breaker. */
export interface GuardedDeploymentOptions extends DeploymentOptions {
  /**
   * The number of failed tasks that triggers the circuit breaker.
   *
   * @default FailureThreshold.percent(50) - half of the desired tasks, at least 3 and at most 200
   */
  readonly failureThreshold?: FailureThreshold;

  /**
   * Whether a healthy task resets the count of failed tasks.
   *
   * @default true
   */
  readonly resetOnHealthyTask?: boolean;
}

/** Options for a rolling deployment. */
export interface RollingDeploymentOptions extends GuardedDeploymentOptions {
  /**
   * The maximum number of tasks during a deployment, in percent of the desired count.
   *
   * @default 200
   */
  readonly maxHealthyPercent?: number;
}

/** Options for a deployment that starts all tasks of the new version before it shifts traffic. */
export interface TrafficShiftOptions extends DeploymentOptions {
  /**
   * The time that the tasks of the previous version keep running after all traffic has shifted, for a fast rollback.
   * Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(10)
   */
  readonly bakeTime?: Duration;

  /**
   * The listener rule or the listener for test traffic to the new version. ECS sets its target group.
   *
   * @default - no test traffic
   */
  readonly testListener?: ecs.ListenerRuleConfiguration;

  /**
   * Functions that ECS calls at stages of the deployment, and that can stop it.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly lifecycleHooks?: ecs.IDeploymentLifecycleHookTarget[];
}

/** Options for a blue/green deployment. */
export interface BlueGreenDeploymentOptions extends TrafficShiftOptions, GuardedDeploymentOptions {}

/** Options for a canary deployment. */
export interface CanaryDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the traffic that shifts first, in percent from 0.1 to 100.
   *
   * @default 5
   */
  readonly canaryPercent?: number;

  /**
   * The time before the rest of the traffic shifts. Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(10)
   */
  readonly canaryBakeTime?: Duration;
}

/** Options for a linear deployment. */
export interface LinearDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the traffic that each step shifts, in percent from 3 to 100.
   *
   * @default 10
   */
  readonly stepPercent?: number;

  /**
   * The time between two steps. Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(6)
   */
  readonly stepBakeTime?: Duration;
}
