import type { Fact, Known } from './fact';

/** What a route leads to. Where traffic ends up behind a transit gateway, a peering or an appliance, nobody can tell from here. */
export type RouteTarget = 'internet-gateway' | 'nat-gateway' | 'egress-only-gateway' | 'elsewhere';

export interface RouteFacts {
  /** An IPv4 or IPv6 range, or a prefix list id. */
  readonly destination: Known<string>;
  readonly target: Known<RouteTarget>;
}

export interface SubnetFacts {
  readonly id: string;
  readonly vpcId: Known<string>;
  readonly availabilityZone: Fact<string>;
  readonly cidr: Fact<string>;
  readonly routeTableId: Fact<string>;
  readonly routes: Known<readonly RouteFacts[]>;
}

/** One allowed direction of traffic of a security group. */
export interface SecurityGroupRule {
  /** `tcp`, `udp`, `icmp`, or `-1` for all. */
  readonly protocol: Known<string>;
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
  /** A range, a security group id or a prefix list id. */
  readonly peer: Known<string>;
}

export interface SecurityGroupFacts {
  readonly id: string;
  readonly ingress: Known<readonly SecurityGroupRule[]>;
  readonly egress: Known<readonly SecurityGroupRule[]>;
}

export interface EndpointFacts {
  readonly id: string;
  /** The last part of the service name, such as `ecr.api` or `s3`. */
  readonly service: Known<string>;
  readonly type: Known<'Interface' | 'Gateway' | 'GatewayLoadBalancer'>;
  readonly privateDns: Known<boolean>;
  readonly subnetIds: Known<readonly string[]>;
  readonly routeTableIds: Known<readonly string[]>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
}

export interface VpcFacts {
  readonly id: string;
  readonly cidr: Fact<string>;
  readonly dnsSupport: Known<boolean>;
  readonly dnsHostnames: Known<boolean>;
  /** Every endpoint of the VPC; unknown for a VPC that was made elsewhere. */
  readonly endpoints: Known<readonly EndpointFacts[]>;
}

/** Where the tasks of a service run, and what surrounds them. */
export interface NetworkFacts {
  readonly assignPublicIp: Known<boolean>;
  readonly vpc: Known<VpcFacts>;
  readonly subnets: Known<readonly SubnetFacts[]>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
}
