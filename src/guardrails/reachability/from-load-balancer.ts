import { admits, mayCall, type Traffic } from './firewall';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { LoadBalancerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { NetworkFacts, SecurityGroupFacts, VpcFacts } from '../../facts/model/network';

/** Protocols of target groups whose requests come from the load balancer itself, over TCP; with others, clients keep their own address. */
const FROM_LOAD_BALANCER: readonly Fact<string>[] = ['HTTP', 'HTTPS', 'TCP', 'TLS'];

/** What a load balancer sends to a port of the tasks itself. */
interface Call {
  readonly port: number;
  readonly what: string;
}

/**
 * What a load balancer sends to the targets of a group itself, always over TCP: health checks, and requests unless they
 * keep the address of their client.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html
 */
export function callsTo({ protocol, containerPort, healthCheckPort = containerPort }: TargetGroupFacts): readonly Call[] {
  const isCaller = FROM_LOAD_BALANCER.includes(protocol);
  const checks = callOn(healthCheckPort, isCaller ? 'traffic' : 'health checks over TCP');
  return isCaller && healthCheckPort !== containerPort ? [...callOn(containerPort, 'traffic'), ...checks] : checks;
}

const callOn = (port: Fact<number>, what: string): readonly Call[] => typeof port === 'number' ? [{ port, what }] : [];

/** Why a call of a load balancer certainly does not arrive at the tasks; nothing where it may. */
export function refusals(loadBalancer: LoadBalancerFacts, tasks: NetworkFacts, { port, what }: Call): readonly string[] {
  const traffic: Traffic = { protocol: 'tcp', port };
  const vpc: Pick<VpcFacts, 'cidr'> = isKnown(tasks.vpc) ? tasks.vpc : { cidr: UNKNOWN };
  const caller: { readonly securityGroups: Known<readonly SecurityGroupFacts[]> } = { securityGroups: loadBalancer.securityGroups ?? [] };
  const mayLeave = loadBalancer.securityGroups === undefined || mayCall(caller, vpc, tasks, traffic);
  // It stands in subnets of its own, of which a rule's range may hold some.
  const mayEnter = admits(tasks, caller, { cidr: UNKNOWN }, vpc, traffic);
  const { path } = loadBalancer.at;
  return [
    ...mayLeave === false ? [`the security groups of ${path} allow it no ${what} to the tasks on port ${port}`] : [],
    ...mayEnter === false ? [`the security groups of the tasks admit no ${what} from ${path} on port ${port}`] : [],
  ];
}
