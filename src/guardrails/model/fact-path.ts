import type { ContainerFacts } from '../../facts/model/container';
import type { ListenerFacts, LoadBalancerFacts, TargetGroupFacts } from '../../facts/model/load-balancer';
import type { NetworkFacts } from '../../facts/model/network';
import type { ClusterFacts, ServiceFacts } from '../../facts/model/service';
import type { TaskFacts } from '../../facts/model/task';

/** The facts that have facts of their own, each with the path that leads to it from a service. */
interface Parts {
  'cluster': ClusterFacts;
  'network': NetworkFacts;
  'targetGroups': TargetGroupFacts;
  'targetGroups.listeners': ListenerFacts;
  'targetGroups.listeners.loadBalancer': LoadBalancerFacts;
  'task': TaskFacts;
  'task.containers': ContainerFacts;
}

type FactsOf<Path extends string, Facts> = `${Path}.${Exclude<keyof Facts & string, 'at'>}`;

type PartPath = { [Path in keyof Parts]: FactsOf<Path, Parts[Path]> }[keyof Parts];

/** Where a fact stands in those of a service, as `hardened-fargate facts` prints them; of lists, any item is meant. */
export type FactPath = Exclude<(keyof ServiceFacts & string) | PartPath, keyof Parts | 'at'>;
