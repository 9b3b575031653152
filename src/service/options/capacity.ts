import { Token } from 'aws-cdk-lib';
import type { CapacityProviderStrategy } from 'aws-cdk-lib/aws-ecs';

/**
 * Options for Fargate Spot capacity above an on-demand base.
 */
export interface SpotCapacityOptions {
  /**
   * The number of tasks that always run on on-demand capacity.
   *
   * Only tasks above this number can run on Spot. The base keeps serving during Spot interruptions.
   */
  readonly base: number;

  /**
   * The share of the tasks above the base that runs on Fargate Spot, in percent from 1 to 100.
   *
   * @default 100 - all tasks above the base run on Spot
   */
  readonly spotPercent?: number;
}

/** ECS allows a base of up to this many tasks. */
const MOST_BASE_TASKS = 100_000;

/**
 * The Fargate capacity of a service.
 *
 * The service always uses a capacity provider strategy, so you can change its capacity without a replacement.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 *
 * @example
 * new HardenedFargateService(stack, 'Worker', { image, capacity: Capacity.spotWithOnDemandBase({ base: 1 }) });
 */
export class Capacity {
  /** All tasks run on on-demand capacity. */
  public static onDemand(): Capacity {
    return new Capacity([{ capacityProvider: 'FARGATE', weight: 1 }]);
  }

  /**
   * A base of tasks runs on on-demand capacity, and the other tasks on Fargate Spot. Spot costs less, and can stop a task
   * with a notice of two minutes.
   */
  public static spotWithOnDemandBase(options: SpotCapacityOptions): Capacity {
    const { base, spotPercent = 100 } = options;
    requireBase(base);
    requireSpotPercent(spotPercent);
    return new Capacity([
      { capacityProvider: 'FARGATE', base, weight: 100 - spotPercent },
      { capacityProvider: 'FARGATE_SPOT', weight: spotPercent },
    ]);
  }

  /**
   * All tasks run on Fargate Spot. AWS can stop all of them with a notice of two minutes, and can have no Spot
   * capacity for hours. The reason is the acknowledgment of the finding `spot-has-on-demand-base`.
   */
  public static spot(reason: string): Capacity {
    requireReason(reason);
    return new Capacity([{ capacityProvider: 'FARGATE_SPOT', weight: 1 }], reason);
  }

  private constructor(
    /** @internal */
    public readonly _strategy: CapacityProviderStrategy[],
    /** @internal */
    public readonly _reason?: string,
  ) {}
}

function requireBase(base: number): void {
  if (Token.isUnresolved(base) || (Number.isInteger(base) && base >= 1 && base <= MOST_BASE_TASKS)) return;
  throw new Error(
    `'base' is ${base}, but Spot capacity must have an on-demand base of 1 to ${MOST_BASE_TASKS} whole tasks, because all Spot tasks can `
      + 'be interrupted at once; set it to the number of tasks that must keep running',
  );
}

function requireSpotPercent(percent: number): void {
  if (Token.isUnresolved(percent) || (Number.isInteger(percent) && percent >= 1 && percent <= 100)) return;
  throw new Error(
    `'spotPercent' is ${percent}, but must be a whole number from 1 to 100; use Capacity.onDemand() for a service without Spot`,
  );
}

function requireReason(reason: string): void {
  if (Token.isUnresolved(reason) || reason.trim() !== '') return;
  throw new Error(`'reason' is '${reason}', but Capacity.spot must have one; `
    + 'set it to the reason why the service can stop at any time, or use Capacity.spotWithOnDemandBase');
}
