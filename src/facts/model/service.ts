import type { AlarmFacts, CapacityFacts, CircuitBreakerFacts, ScalingFacts, UnawaitedFacts } from './deployment';
import type { Fact, Known } from './fact';
import type { ServiceRegistrationFacts, TargetGroupFacts } from './load-balancer';
import type { NetworkFacts } from './network';
import type { Place } from './place';
import type { PolicyHolderFacts } from './role';
import type { TaskFacts } from './task';

/** How a cluster records the sessions that people open in its containers. */
export interface ExecLoggingFacts {
  /** `OVERRIDE`, `DEFAULT` or `NONE`. */
  readonly logging: Fact<string>;
  readonly logGroup: Fact<string>;
  readonly logEncryption: Fact<boolean>;
  readonly bucket: Fact<string>;
  readonly bucketEncryption: Fact<boolean>;
  /** The key that encrypts the session itself, as a thing with a policy of its own. */
  readonly sessionKey: Fact<PolicyHolderFacts>;
  /** What is recorded in the bucket, as things with a policy of their own. */
  readonly recordsInBucket: Fact<PolicyHolderFacts>;
}

export interface ClusterFacts {
  readonly at: Place;
  /** The capacity providers whose tasks may run in the cluster. */
  readonly capacityProviders: Known<readonly Known<string>[]>;
  readonly containerInsights: Fact<string>;
  readonly execLogging: Fact<ExecLoggingFacts>;
}

/** A port that Service Connect offers to other services. */
export interface ServiceConnectFacts {
  readonly portName: Known<string>;
  /** How many names other services can call it by. */
  readonly clientAliases: Known<number>;
}

/** Where the addresses of the tasks are registered, so that others find them by DNS. */
export interface ServiceRegistryFacts {
  /** The types of its DNS records, such as `SRV`; unknown for a registry that was made elsewhere. */
  readonly recordTypes: Known<readonly Known<string>[]>;
  readonly containerName: Fact<string>;
  readonly containerPort: Fact<number>;
  readonly port: Fact<number>;
}

/** One Fargate service with everything that decides whether its tasks can start, serve and stop. */
export interface ServiceFacts {
  readonly at: Place;
  /** Where the service's own name is to be shown to people. */
  readonly name: string;
  /** Absent where CloudFormation generates it. */
  readonly serviceName: Fact<string>;
  readonly deploymentController: Known<string>;
  /** Whether CloudWatch alarms can fail a deployment. */
  readonly deploymentAlarms: Known<boolean>;
  /** `ROLLING`, `BLUE_GREEN`, `LINEAR` or `CANARY`. */
  readonly deploymentStrategy: Known<string>;
  readonly circuitBreaker: Fact<CircuitBreakerFacts>;
  readonly minimumHealthyPercent: Known<number>;
  readonly maximumPercent: Known<number>;
  /** `ENABLED` or `DISABLED`; absent where ECS decides. */
  readonly availabilityZoneRebalancing: Fact<string>;
  readonly desiredCount: Fact<number>;
  /** Absent where the number of tasks stays what it is. */
  readonly scaling: Fact<ScalingFacts>;
  readonly launchType: Fact<string>;
  /** The service's own strategy or the default of its cluster; absent where there is neither. */
  readonly capacityProviderStrategy: Fact<readonly CapacityFacts[]>;
  /** Absent for the latest one. */
  readonly platformVersion: Fact<string>;
  /** Names of the service's own parameters that are set and that Fargate refuses, such as `placementConstraints`. */
  readonly unsupportedParameters: Known<readonly string[]>;
  readonly healthCheckGracePeriodSeconds: Fact<number>;
  readonly enableExecuteCommand: Known<boolean>;
  readonly managedTags: Known<boolean>;
  /** Where tasks get their tags from: `SERVICE`, `TASK_DEFINITION` or `NONE`. */
  readonly propagateTags: Fact<string>;
  /** What the alarms of the app watch the service with. */
  readonly alarms: Known<readonly AlarmFacts[]>;
  /** What the service needs from its start on, and CloudFormation can create after it. */
  readonly unawaited: Known<readonly UnawaitedFacts[]>;
  readonly network: Known<NetworkFacts>;
  /** What the service offers to load balancers, also where a target group was made elsewhere. */
  readonly registrations: Known<readonly ServiceRegistrationFacts[]>;
  /** None where Service Connect is off. */
  readonly serviceConnectServices: Known<readonly ServiceConnectFacts[]>;
  readonly registries: Known<readonly ServiceRegistryFacts[]>;
  /** Whether VPC Lattice sends requests to the tasks, past all load balancers. */
  readonly servesLattice: Known<boolean>;
  readonly targetGroups: Known<readonly TargetGroupFacts[]>;
  readonly cluster: Known<ClusterFacts>;
  readonly task: Known<TaskFacts>;
}
