import type { Fact, Known } from './fact';
import type { NetworkFacts } from './network';
import type { Place } from './place';
import type { ThingFacts } from './role';
import type { TaskFacts } from './task';

export interface CircuitBreakerFacts {
  readonly enable: Known<boolean>;
  readonly rollback: Known<boolean>;
}

export interface TargetGroupFacts {
  readonly at: Place;
  readonly targetType: Fact<string>;
  readonly port: Fact<number>;
  readonly healthCheckIntervalSeconds: Known<number>;
  readonly healthyThreshold: Known<number>;
  readonly unhealthyThreshold: Known<number>;
}

/** How a cluster records the sessions that people open in its containers. */
export interface ExecLoggingFacts {
  /** `OVERRIDE`, `DEFAULT` or `NONE`. */
  readonly logging: Fact<string>;
  readonly logGroup: Fact<string>;
  readonly logEncryption: Fact<boolean>;
  readonly bucket: Fact<string>;
  readonly bucketEncryption: Fact<boolean>;
  /** The key that encrypts the session itself, as a thing with a policy of its own. */
  readonly sessionKey: Fact<ThingFacts>;
  /** What is recorded in the bucket, as things with a policy of their own. */
  readonly recordsInBucket: Fact<ThingFacts>;
}

export interface ClusterFacts {
  readonly containerInsights: Fact<string>;
  readonly execLogging: Fact<ExecLoggingFacts>;
}

/** One Fargate service with everything that decides whether its tasks can start, serve and stop. */
export interface ServiceFacts {
  readonly at: Place;
  /** Where the service's own name is to be shown to people. */
  readonly name: string;
  readonly deploymentController: Known<string>;
  readonly circuitBreaker: Fact<CircuitBreakerFacts>;
  readonly desiredCount: Fact<number>;
  readonly healthCheckGracePeriodSeconds: Fact<number>;
  readonly enableExecuteCommand: Known<boolean>;
  readonly network: Known<NetworkFacts>;
  readonly targetGroups: Known<readonly TargetGroupFacts[]>;
  readonly cluster: Known<ClusterFacts>;
  readonly task: Known<TaskFacts>;
}
