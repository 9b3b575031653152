import { Token } from 'aws-cdk-lib';
import type { CfnService } from 'aws-cdk-lib/aws-ecs';

/**
 * The failure threshold of the deployment circuit breaker.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export class FailureThreshold {
  /**
   * A number of tasks.
   */
  public static count(tasks: number): FailureThreshold {
    return new FailureThreshold('COUNT', tasks);
  }

  /**
   * A share of the desired count in percent, at least 3 and at most 200 tasks.
   */
  public static percent(percent: number): FailureThreshold {
    return new FailureThreshold('BOUNDED_PERCENT', percent);
  }

  /**
   * A share of the desired count in percent, without a minimum or a maximum.
   */
  public static unboundedPercent(percent: number): FailureThreshold {
    return new FailureThreshold('UNBOUNDED_PERCENT', percent);
  }

  /** @internal */
  public readonly _configuration: CfnService.ThresholdConfigurationProperty;

  private constructor(type: string, value: number) {
    requireThreshold(value);
    this._configuration = { type, value };
  }
}

function requireThreshold(value: number): void {
  if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= 1)) return;
  throw new Error(
    `'failureThreshold' is ${value}, but must be a whole number of tasks or percent, at least 1; set it to 1 or more`,
  );
}
