import type { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { FailureThreshold } from './failure-threshold';

/** What every deployment has that ECS can roll back. */
export interface DeploymentOptions {
  /**
   * Why a deployment that fails is not rolled back. It stops, and people are told.
   *
   * @default - ECS goes back to the last version that worked
   */
  readonly noRollbackReason?: string;
}

/** A deployment that the circuit breaker watches. */
export interface GuardedDeploymentOptions extends DeploymentOptions {
  /**
   * How many tasks may fail before the deployment has failed.
   *
   * @default FailureThreshold.percent(50) - half of the desired tasks, at least 3 and at most 200
   */
  readonly failureThreshold?: FailureThreshold;

  /**
   * Whether a task that gets healthy sets the count of failed tasks back to zero.
   *
   * @default true
   */
  readonly resetOnHealthyTask?: boolean;
}

/** A deployment that replaces tasks a few at a time. */
export interface RollingDeploymentOptions extends GuardedDeploymentOptions {
  /**
   * The most tasks that run during a deployment, in percent of those that should: how fast it can be.
   *
   * @default 200
   */
  readonly maxHealthyPercent?: number;
}

/** A deployment that starts all tasks of the new version before requests reach them. */
export interface TrafficShiftOptions extends DeploymentOptions {
  /**
   * How long the tasks of the version before are kept after all requests go to the new one, so that ECS can go back at once.
   * Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(10)
   */
  readonly bakeTime?: Duration;

  /**
   * The rule or listener through which tests reach the new version before anybody else does. Its target group is set by ECS.
   *
   * @default - only production requests reach it
   */
  readonly testListener?: ecs.ListenerRuleConfiguration;

  /**
   * Functions that ECS calls at stages of the deployment, and that can fail it.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html
   */
  readonly lifecycleHooks?: ecs.IDeploymentLifecycleHookTarget[];
}

/** A deployment that moves all requests at once. */
export interface BlueGreenDeploymentOptions extends TrafficShiftOptions, GuardedDeploymentOptions {}

/** A deployment that moves a few requests first, and then all others. */
export interface CanaryDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the requests that is moved first, in percent: 0.1 to 100.
   *
   * @default 5
   */
  readonly canaryPercent?: number;

  /**
   * How long these requests go to the new version before all others do. Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(10)
   */
  readonly canaryBakeTime?: Duration;
}

/** A deployment that moves requests in equal steps. */
export interface LinearDeploymentOptions extends TrafficShiftOptions {
  /**
   * The share of the requests that each step moves, in percent: 3 to 100.
   *
   * @default 10
   */
  readonly stepPercent?: number;

  /**
   * How long each step lasts. Whole minutes, at most 24 hours.
   *
   * @default Duration.minutes(6)
   */
  readonly stepBakeTime?: Duration;
}
