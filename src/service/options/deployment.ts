import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type {
  BlueGreenDeploymentOptions, CanaryDeploymentOptions, DeploymentOptions, GuardedDeploymentOptions, LinearDeploymentOptions,
  RollingDeploymentOptions, TrafficShiftOptions,
} from './deployment-options';
import { requireBakeTimes, requirePercentOf } from '../validation/require-bake-times';

/** The bake time of AWS's own console: long enough for the alarms, which judge three minutes. */
const BAKE_TIME = Duration.minutes(10);

/** No task that works is stopped before another one does. */
const WHOLE = { minHealthyPercent: 100, maxHealthyPercent: 200 } as const;

/** How a deployment ends that has failed, and when it has. */
export interface Guards extends DeploymentOptions {
  /** Absent where ECS has no circuit breaker. */
  readonly breaker?: GuardedDeploymentOptions;
}

/** What a deployment is to ECS. */
type StrategyProps = Pick<
  ecs.FargateServiceProps,
  'deploymentStrategy' | 'bakeTime' | 'canaryConfiguration' | 'linearConfiguration' | 'lifecycleHooks' | 'minHealthyPercent'
  | 'maxHealthyPercent'
>;

/**
 * How a service goes from one version to the next.
 *
 * An alarm rolls back a version whose tasks fail requests. The circuit breaker rolls back a version whose tasks do
 * not start, for the strategies for which AWS documents it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 *
 * @example
 * new HardenedFargateService(stack, 'Web', {
 *   image,
 *   containerPort: 8080,
 *   loadBalancing: LoadBalancing.internal(),
 *   deployment: Deployment.blueGreen({ bakeTime: Duration.minutes(10) }),
 * });
 */
export class Deployment {
  /**
   * A rolling deployment. It replaces a few tasks at a time, and both versions serve requests during the deployment.
   */
  public static rolling(options: RollingDeploymentOptions = {}): Deployment {
    const { maxHealthyPercent = WHOLE.maxHealthyPercent } = options;
    return new Deployment({ ...options, breaker: options }, { ...WHOLE, maxHealthyPercent });
  }

  /**
   * A blue/green deployment. It starts all tasks of the new version, and then shifts all traffic at once. During
   * `bakeTime`, ECS can shift it back at once.
   */
  public static blueGreen(options: BlueGreenDeploymentOptions = {}): Deployment {
    return Deployment.shifting(ecs.DeploymentStrategy.BLUE_GREEN, options, { ...options, breaker: options });
  }

  /**
   * A canary deployment. It starts all tasks of the new version, and shifts a small share of the traffic first. It
   * needs load balancing. AWS documents no circuit breaker for it.
   */
  public static canary(options: CanaryDeploymentOptions = {}): Deployment {
    const { canaryPercent = 5, canaryBakeTime = BAKE_TIME } = options;
    requirePercentOf('canaryPercent', canaryPercent, 0.1);
    return Deployment.shifting(ecs.DeploymentStrategy.CANARY, options, options, { canaryBakeTime }, {
      canaryConfiguration: { stepPercent: canaryPercent, stepBakeTime: canaryBakeTime },
    });
  }

  /**
   * A linear deployment. It starts all tasks of the new version, and shifts the traffic in equal steps. It needs load
   * balancing. AWS documents no circuit breaker for it.
   */
  public static linear(options: LinearDeploymentOptions = {}): Deployment {
    const { stepPercent = 10, stepBakeTime = Duration.minutes(6) } = options;
    requirePercentOf('stepPercent', stepPercent, 3);
    return Deployment.shifting(ecs.DeploymentStrategy.LINEAR, options, options, { stepBakeTime, steps: Math.ceil(100 / stepPercent) }, {
      linearConfiguration: { stepPercent, stepBakeTime },
    });
  }

  private static shifting(
    strategy: ecs.DeploymentStrategy, options: TrafficShiftOptions, guards: Guards, times: object = {}, props: StrategyProps = {},
  ): Deployment {
    const { bakeTime = BAKE_TIME, lifecycleHooks } = options;
    requireBakeTimes({ bakeTime, ...times });
    return new Deployment(guards, { deploymentStrategy: strategy, bakeTime, lifecycleHooks, ...WHOLE, ...props }, options);
  }

  private constructor(
    /** @internal */
    public readonly _guards: Guards,
    /** @internal */
    public readonly _strategy: StrategyProps,
    /** @internal */
    public readonly _shift?: TrafficShiftOptions,
  ) {}

  /** @internal */
  public get _needsLoadBalancing(): boolean {
    const { deploymentStrategy } = this._strategy;
    return deploymentStrategy === ecs.DeploymentStrategy.CANARY || deploymentStrategy === ecs.DeploymentStrategy.LINEAR;
  }
}
