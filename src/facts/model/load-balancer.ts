import type { Fact, Known } from './fact';
import type { SecurityGroupFacts, SubnetFacts } from './network';
import type { Place } from './place';

export interface LoadBalancerFacts {
  readonly at: Place;
  /** `application`, `network` or `gateway`. */
  readonly type: Known<string>;
  /** `internet-facing` or `internal`. */
  readonly scheme: Known<string>;
  /** Absent for a network load balancer without any. */
  readonly securityGroups: Fact<readonly SecurityGroupFacts[]>;
  /** Where it has network interfaces, one in each Availability Zone. */
  readonly subnets: Known<readonly SubnetFacts[]>;
  readonly deletionProtection: Known<boolean>;
  readonly dropsInvalidHeaders: Known<boolean>;
  readonly accessLogs: Known<boolean>;
}

/** A listener that forwards requests to a service, by itself or by one of its rules. */
export interface ListenerFacts {
  readonly at: Place;
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP` and their like. */
  readonly protocol: Fact<string>;
  readonly port: Fact<number>;
  readonly sslPolicy: Fact<string>;
  readonly loadBalancer: Known<LoadBalancerFacts>;
}

/** A rule of a listener that forwards requests to a service. */
export interface ListenerRuleFacts {
  readonly at: Place;
  readonly priority: Fact<number>;
  /** The paths of the other rules of its listener that have the same priority. */
  readonly samePriority: Known<readonly string[]>;
  /** How many values its conditions compare a request with. */
  readonly conditionValues: Known<number>;
}

/** Which port of which container a service has in a target group. */
export interface RegistrationFacts {
  readonly containerName: Fact<string>;
  readonly containerPort: Fact<number>;
}

/** What a deployment that shifts requests from one target group to another needs. */
export interface TrafficShiftFacts {
  readonly alternateTargetGroup: Fact<string>;
  readonly productionListenerRule: Fact<string>;
  readonly role: Fact<string>;
}

/** What a service offers to a load balancer. */
export interface ServiceRegistrationFacts extends RegistrationFacts {
  readonly trafficShift?: Fact<TrafficShiftFacts>;
}

export interface TargetGroupFacts extends RegistrationFacts {
  readonly at: Place;
  /** Absent where CloudFormation generates it. */
  readonly name: Fact<string>;
  readonly targetType: Fact<string>;
  readonly port: Fact<number>;
  readonly protocol: Fact<string>;
  /** Absent where health is checked on the port that the requests go to. */
  readonly healthCheckPort: Fact<number>;
  readonly healthCheckIntervalSeconds: Known<number>;
  /** Absent for the default of the protocol. */
  readonly healthCheckTimeoutSeconds: Fact<number>;
  readonly healthCheckPath: Fact<string>;
  /** Absent for the default: HTTP of an application load balancer, TCP of a network load balancer. */
  readonly healthCheckProtocol: Fact<string>;
  /** Whether the tasks see the address of the client; absent for the default, which is no with TCP and TLS, and yes with UDP. */
  readonly preservesClientIp: Fact<boolean>;
  /** The VPC, by the same name as that of subnets. */
  readonly vpcId: Fact<string>;
  readonly unhealthyThreshold: Known<number>;
  /** How long a target that goes may finish its requests. */
  readonly deregistrationDelaySeconds: Known<number>;
  /** The names of the attributes that are set. */
  readonly attributes: Known<readonly string[]>;
  /** Every rule of the app that forwards to the group. */
  readonly rules: Known<readonly ListenerRuleFacts[]>;
  /** Every listener of the app that forwards to the group. */
  readonly listeners: Known<readonly ListenerFacts[]>;
  /** Whether listeners that nobody can name forward to the group, too. */
  readonly otherListeners: Known<boolean>;
  /** Whether a listener, or a rule of one, forwards to the group: one of the app, as far as that decides. */
  readonly forwarded: Known<boolean>;
  /** Whether CloudFormation makes the service after what forwards to the group. */
  readonly awaited: Known<boolean>;
}
