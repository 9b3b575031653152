import { Token } from 'aws-cdk-lib';
import type { CapacityProviderStrategy } from 'aws-cdk-lib/aws-ecs';

/**
 * How many tasks stay on capacity that AWS does not take back, and how the rest is shared out.
 */
export interface SpotCapacityOptions {
  /**
   * The number of tasks that always run on Fargate On-Demand, whatever happens on the Spot market.
   *
   * Only tasks above this number may run on Spot, so it is what keeps serving when Spot capacity is taken back.
   */
  readonly base: number;

  /**
   * The share of the tasks above the base that runs on Fargate Spot; the others run on-demand. In percent, 1 to 100.
   *
   * @default 100 - every task above the base runs on Spot
   */
  readonly spotPercent?: number;
}

/** ECS allows a base of up to this many tasks. */
const MOST_BASE_TASKS = 100_000;

/**
 * The kind of Fargate capacity that the tasks of a service run on.
 *
 * Either way the service uses a capacity provider strategy from its first deployment on: a service that begins with a
 * launch type has to be replaced to get one.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
 *
 * @example
 * new HardenedFargateService(stack, 'Worker', { image, capacity: Capacity.spotWithOnDemandBase({ base: 1 }) });
 */
export class Capacity {
  /** Every task runs on Fargate On-Demand. */
  public static onDemand(): Capacity {
    return new Capacity([{ capacityProvider: 'FARGATE', weight: 1 }]);
  }

  /**
   * A base of tasks runs on Fargate On-Demand, and those above it on Fargate Spot, which costs less and may stop a task
   * at two minutes' notice.
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
   * Every task runs on Fargate Spot. AWS may take all of them back at two minutes' notice, and may have none to give for hours: synthesis
   * and whoever reads the findings see the reason why that is right.
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
    `'base' is ${base}, but Spot capacity needs a base of 1 to ${MOST_BASE_TASKS} whole tasks on demand, so that the service survives `
      + 'when all Spot tasks are taken back; set it to the number of tasks that must never stop',
  );
}

function requireSpotPercent(percent: number): void {
  if (Token.isUnresolved(percent) || (Number.isInteger(percent) && percent >= 1 && percent <= 100)) return;
  throw new Error(
    `'spotPercent' is ${percent}, but it is a whole percentage from 1 to 100; use Capacity.onDemand() for a service without Spot`,
  );
}

function requireReason(reason: string): void {
  if (Token.isUnresolved(reason) || reason.trim() !== '') return;
  throw new Error(`'reason' is '${reason}', but Capacity.spot must have one for whoever wonders why nothing runs; `
    + 'set it to why the service may stop at any time, or use Capacity.spotWithOnDemandBase');
}
