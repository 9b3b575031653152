import type { Fact, Known } from './fact';
import type { Place } from './place';

export interface CircuitBreakerFacts {
  readonly enable: Known<boolean>;
  readonly rollback: Known<boolean>;
}

/** The limits between which scaling moves the number of tasks. */
export interface ScalingFacts {
  readonly minCapacity: Known<number>;
  readonly maxCapacity: Known<number>;
  /**
   * Whether something scales the service that has a value without tasks: a queue, a schedule, an alarm. Absent where no policy and
   * no schedule is declared.
   */
  readonly startsFirstTask?: Fact<boolean>;
}

/** What a capacity provider strategy gives to one provider. */
export interface CapacityFacts {
  /** `FARGATE`, `FARGATE_SPOT` or a name. */
  readonly provider: Known<string>;
  /** Tasks that run on it before any other provider gets one. */
  readonly base: Known<number>;
  readonly weight: Known<number>;
}

/** Something that a service needs, and that CloudFormation can create after the service. */
export interface UnawaitedFacts {
  readonly name: string;
  readonly kind: 'policy' | 'capacity providers' | 'mount target';
}

/** An alarm on a metric of the service or of one of its target groups. */
export interface AlarmFacts {
  readonly at: Place;
  /** The metrics that it computes with, each with its namespace, such as `AWS/ECS/CPUUtilization`. */
  readonly metrics: Known<readonly string[]>;
  /** Whether anybody, or anything, is told when it fires. */
  readonly hasAction: Known<boolean>;
}
