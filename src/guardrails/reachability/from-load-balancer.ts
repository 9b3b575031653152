import { admits, mayCall, type Traffic } from './firewall';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { LoadBalancerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { NetworkFacts, SecurityGroupFacts, VpcFacts } from '../../facts/model/network';

/** Protocols of target groups whose requests come from the load balancer itself, over TCP; with others, clients keep their own address. */
const FROM_LOAD_BALANCER: readonly Fact<string>[] = ['HTTP', 'HTTPS', 'TCP', 'TLS'];

/** Why certainly no request of a load balancer arrives on a port of the tasks; nothing where it may. */
export function refusals(loadBalancer: LoadBalancerFacts, { protocol }: TargetGroupFacts, tasks: NetworkFacts, port: number): readonly string[] {
  if (!FROM_LOAD_BALANCER.includes(protocol)) return [];
  const traffic: Traffic = { protocol: 'tcp', port };
  const vpc: Pick<VpcFacts, 'cidr'> = isKnown(tasks.vpc) ? tasks.vpc : { cidr: UNKNOWN };
  const caller: { readonly securityGroups: Known<readonly SecurityGroupFacts[]> } = { securityGroups: loadBalancer.securityGroups ?? [] };
  const mayLeave = loadBalancer.securityGroups === undefined || mayCall(caller, vpc, tasks, traffic);
  // It stands in subnets of its own, of which a rule's range may hold some.
  const mayEnter = admits(tasks, caller, { cidr: UNKNOWN }, vpc, traffic);
  const { path } = loadBalancer.at;
  return [
    ...mayLeave === false ? [`the security groups of ${path} allow it no traffic to the tasks on port ${port}`] : [],
    ...mayEnter === false ? [`the security groups of the tasks admit no traffic from ${path} on port ${port}`] : [],
  ];
}
