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
 * Whichever way: a version whose tasks fail requests is rolled back by an alarm, and one whose tasks do not start by the
 * circuit breaker, where AWS documents it for the way.
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
   * Tasks are replaced a few at a time, and both versions answer meanwhile.
   */
  public static rolling(options: RollingDeploymentOptions = {}): Deployment {
    const { maxHealthyPercent = WHOLE.maxHealthyPercent } = options;
    return new Deployment({ ...options, breaker: options }, { ...WHOLE, maxHealthyPercent });
  }

  /**
   * All tasks of the new version are started; then all requests move at once, and can move back at once for `bakeTime`.
   */
  public static blueGreen(options: BlueGreenDeploymentOptions = {}): Deployment {
    return Deployment.shifting(ecs.DeploymentStrategy.BLUE_GREEN, options, { ...options, breaker: options });
  }

  /**
   * As `blueGreen`, but a few requests move first. It needs load balancing. AWS documents no circuit breaker for it.
   */
  public static canary(options: CanaryDeploymentOptions = {}): Deployment {
    const { canaryPercent = 5, canaryBakeTime = BAKE_TIME } = options;
    requirePercentOf('canaryPercent', canaryPercent, 0.1);
    return Deployment.shifting(ecs.DeploymentStrategy.CANARY, options, options, { canaryBakeTime }, {
      canaryConfiguration: { stepPercent: canaryPercent, stepBakeTime: canaryBakeTime },
    });
  }

  /**
   * As `blueGreen`, but requests move in equal steps. It needs load balancing. AWS documents no circuit breaker for it.
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
