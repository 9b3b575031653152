import type { Fact, Known } from './fact';
import type { StatementFacts } from './role';

/** What a route leads to. Where traffic ends up behind a transit gateway, a peering or an appliance, nobody can tell from here. */
export type RouteTarget = 'internet-gateway' | 'nat-gateway' | 'egress-only-gateway' | 'elsewhere';

export interface RouteFacts {
  /** An IPv4 or IPv6 range, or a prefix list id. */
  readonly destination: Known<string>;
  readonly target: Known<RouteTarget>;
}

/** A public NAT gateway, where it stands. */
export interface NatGatewayFacts {
  readonly id: string;
  /** Absent for a regional one, which stands in no subnet of the user's. */
  readonly site: Fact<NetworkPlacementFacts>;
  /** The routes of its subnet, apart from those that lead back to itself. */
  readonly routes: Known<readonly RouteFacts[]>;
}

/** A route of a subnet with tasks. */
export interface TaskRouteFacts extends RouteFacts {
  /** What a route to a NAT gateway leads through; unknown for one that was made elsewhere. */
  readonly natGateway?: Fact<NatGatewayFacts>;
}

/** One rule of a network ACL; of those that match, the one with the lowest number decides. */
export interface AclRuleFacts {
  readonly number: Known<number>;
  readonly egress: Known<boolean>;
  readonly allows: Known<boolean>;
  /** The number of a protocol, `6` for TCP, or `-1` for all. */
  readonly protocol: Known<string>;
  readonly range: Known<string>;
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
}

/** Where in a VPC something stands. */
export interface NetworkPlacementFacts {
  readonly id: string;
  readonly availabilityZone: Fact<string>;
  readonly cidr: Fact<string>;
  /** The rules of the network ACL of the subnet; what none of them matches is denied. */
  readonly acl: Known<readonly AclRuleFacts[]>;
}

export interface SubnetFacts extends NetworkPlacementFacts {
  readonly vpcId: Known<string>;
  /** Whether nothing in the subnet has an address of IPv4; absent means no. */
  readonly ipv6Only?: Known<boolean>;
  readonly routeTableId: Fact<string>;
  readonly routes: Known<readonly TaskRouteFacts[]>;
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
  /** The VPC that it can be used in; absent where the group was made elsewhere. */
  readonly vpcId?: Fact<string>;
  readonly ingress: Known<readonly SecurityGroupRule[]>;
  readonly egress: Known<readonly SecurityGroupRule[]>;
}

export interface EndpointFacts {
  readonly id: string;
  /** The last part of the service name, such as `ecr.api` or `s3`. */
  readonly service: Known<string>;
  /** The Region of the service; absent for the one that the VPC is in. */
  readonly region?: Fact<string>;
  readonly type: Known<'Interface' | 'Gateway' | 'GatewayLoadBalancer'>;
  /** What an account says of an endpoint that is not ready yet, such as `pending`; absent for any other one. */
  readonly state?: Fact<string>;
  readonly privateDns: Known<boolean>;
  /** Where an interface endpoint has its network interfaces. */
  readonly subnets: Known<readonly NetworkPlacementFacts[]>;
  readonly routeTableIds: Known<readonly string[]>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
  /** What may be asked through the endpoint; absent for the policy that allows everything. */
  readonly policy: Fact<readonly StatementFacts[]>;
}

export interface VpcFacts {
  readonly id: string;
  readonly cidr: Fact<string>;
  readonly dnsSupport: Known<boolean>;
  readonly dnsHostnames: Known<boolean>;
  /** Name servers of the user's own; none where Amazon's resolves the names. */
  readonly nameServers: Known<readonly string[]>;
  /** Every endpoint of the VPC; unknown for a VPC that was made elsewhere. */
  readonly endpoints: Known<readonly EndpointFacts[]>;
}

/** A service of the app whose tasks all take their addresses from the same subnets. */
export interface ServiceInSubnetsFacts {
  readonly id: string;
  /** How many tasks of it can run at once, those that a deployment starts before it stops others included. */
  readonly mostTasks: Known<number>;
  /** How many tasks of it run while nothing is scaled out and nothing is deployed. */
  readonly fewestTasks: Known<number>;
}

/** Where the tasks of a service run, and what surrounds them. */
export interface NetworkFacts {
  readonly assignPublicIp: Known<boolean>;
  readonly vpc: Known<VpcFacts>;
  /** Whether it is said at all which subnets the tasks run in. */
  readonly namesSubnets: Known<boolean>;
  readonly subnets: Known<readonly SubnetFacts[]>;
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
  /** Every service of the app that is placed in these subnets and in no others, this one included. */
  readonly servicesInSubnets: Known<readonly ServiceInSubnetsFacts[]>;
}
