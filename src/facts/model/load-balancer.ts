import type { Fact, Known } from './fact';
import type { SecurityGroupFacts } from './network';
import type { Place } from './place';

export interface LoadBalancerFacts {
  readonly at: Place;
  /** `application`, `network` or `gateway`. */
  readonly type: Known<string>;
  /** `internet-facing` or `internal`. */
  readonly scheme: Known<string>;
  /** Absent for a network load balancer without any. */
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  readonly deletionProtection: Known<boolean>;
  readonly dropsInvalidHeaders: Known<boolean>;
  readonly accessLogs: Known<boolean>;
}

/** A listener that forwards requests to a service, by itself or by one of its rules. */
export interface ListenerFacts {
  readonly at: Place;
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP` and their like. */
  readonly protocol: Fact<string>;
  readonly sslPolicy: Fact<string>;
  readonly loadBalancer: Known<LoadBalancerFacts>;
}

/** Which port of which container a service has in a target group. */
export interface RegistrationFacts {
  readonly containerName: Fact<string>;
  readonly containerPort: Fact<number>;
}

export interface TargetGroupFacts extends RegistrationFacts {
  readonly at: Place;
  readonly targetType: Fact<string>;
  readonly port: Fact<number>;
  readonly protocol: Fact<string>;
  /** Absent where health is checked on the port that the requests go to. */
  readonly healthCheckPort: Fact<number>;
  readonly healthCheckIntervalSeconds: Known<number>;
  readonly unhealthyThreshold: Known<number>;
  /** How long a target that goes may finish its requests. */
  readonly deregistrationDelaySeconds: Known<number>;
  /** Every listener of the app that forwards to the group. */
  readonly listeners: Known<readonly ListenerFacts[]>;
  /** Whether CloudFormation makes the service after what forwards to the group. */
  readonly awaited: Known<boolean>;
}
