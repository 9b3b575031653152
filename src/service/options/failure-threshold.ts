import { Token } from 'aws-cdk-lib';
import type { CfnService } from 'aws-cdk-lib/aws-ecs';

/**
 * How many tasks may fail before the circuit breaker ends a deployment.
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
   * A share of the desired tasks in percent, but never fewer than 3 tasks nor more than 200.
   */
  public static percent(percent: number): FailureThreshold {
    return new FailureThreshold('BOUNDED_PERCENT', percent);
  }

  /**
   * A share of the desired tasks in percent, however few or many these are.
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
    `'failureThreshold' is ${value}, but the circuit breaker counts whole tasks or whole percent, of which the first one can end a `
      + 'deployment; set it to 1 or more',
  );
}
