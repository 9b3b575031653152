import { admits, admitsAnyone, mayCall, type Traffic } from './firewall';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { LoadBalancerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { NetworkFacts, SecurityGroupFacts, VpcFacts } from '../../facts/model/network';

/** What the targets of a group are sent, by its protocol. */
const TRAFFIC: Readonly<Record<string, readonly Traffic['protocol'][]>> = {
  HTTP: ['tcp'], HTTPS: ['tcp'], TCP: ['tcp'], TLS: ['tcp'], UDP: ['udp'], TCP_UDP: ['tcp', 'udp'],
};

/** Protocols with which requests come from the load balancer itself, unless it is told to keep the addresses of clients. */
const FROM_LOAD_BALANCER: readonly string[] = ['HTTP', 'HTTPS', 'TCP', 'TLS'];

/** What arrives at a port of the tasks. */
interface Call extends Traffic {
  readonly port: number;
  readonly what: string;
  /** Whether it may come from the address of a client. */
  readonly keepsClient: boolean;
}

/**
 * What a load balancer has arrive at the targets of a group: health checks, always over TCP, and requests, which may keep the
 * address of their client.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
 */
export function callsTo(group: TargetGroupFacts): readonly Call[] {
  const { containerPort, healthCheckPort = containerPort, protocol } = group;
  const keepsClient = keepsClients(group);
  const isCaller = typeof protocol === 'string' && !keepsClient;
  const checks = callsOn(healthCheckPort, ['tcp'], isCaller ? 'traffic' : 'health checks over TCP', false);
  // Whoever may check health on a port may send requests to it.
  const unchecked = trafficOf(protocol).filter(each => each !== 'tcp' || healthCheckPort !== containerPort);
  return [...callsOn(containerPort, unchecked, 'traffic', keepsClient), ...checks];
}

const trafficOf = (protocol: Fact<string>): readonly Traffic['protocol'][] => typeof protocol === 'string' ? TRAFFIC[protocol] ?? [] : [];

function keepsClients({ protocol, preservesClientIp: preserved }: TargetGroupFacts): boolean {
  return typeof protocol !== 'string' || !FROM_LOAD_BALANCER.includes(protocol) || (preserved !== undefined && preserved !== false);
}

function callsOn(port: Fact<number>, protocols: readonly Traffic['protocol'][], what: string, keepsClient: boolean): readonly Call[] {
  if (typeof port !== 'number') return [];
  return protocols.map(protocol => ({ port, protocol, keepsClient, what: protocol === 'udp' ? `${what} over UDP` : what }));
}

/** Why a call of a load balancer certainly does not arrive at the tasks; nothing where it may. */
export function refusals(loadBalancer: LoadBalancerFacts, tasks: NetworkFacts, call: Call): readonly string[] {
  const { port, protocol, what, keepsClient } = call;
  const traffic: Traffic = { protocol, port };
  const vpc: Pick<VpcFacts, 'cidr'> = isKnown(tasks.vpc) ? tasks.vpc : { cidr: UNKNOWN };
  const caller: { readonly securityGroups: Known<readonly SecurityGroupFacts[]> } = { securityGroups: loadBalancer.securityGroups ?? [] };
  const mayLeave = loadBalancer.securityGroups === undefined || mayCall(caller, vpc, tasks, traffic);
  // A client may have any address. The load balancer stands in subnets of its own, of which a rule's range may hold some.
  const mayEnter = keepsClient ? admitsAnyone(tasks, traffic) : admits(tasks, caller, { cidr: UNKNOWN }, vpc, traffic);
  const { path } = loadBalancer.at;
  return [
    ...mayLeave === false ? [`the security groups of ${path} do not allow outbound ${what} to the tasks on port ${port}`] : [],
    ...mayEnter === false ? [`the security groups of the tasks do not allow ${what} from ${path} on port ${port}`] : [],
  ];
}
