import { isKnown } from '../../facts/model/fact';
import type { ListenerFacts, LoadBalancerFacts } from '../../facts/model/load-balancer';
import type { ServiceFacts } from '../../facts/model/service';

/** The listeners that forward to a service, as far as they are known; one that forwards to several target groups stands more than once. */
export const listenersOf = ({ targetGroups }: ServiceFacts): readonly ListenerFacts[] =>
  (isKnown(targetGroups) ? targetGroups : []).flatMap(({ listeners }) => isKnown(listeners) ? listeners : []);

/** The load balancers of these listeners; one with several listeners stands more than once. */
export const loadBalancersOf = (service: ServiceFacts): readonly LoadBalancerFacts[] =>
  listenersOf(service).flatMap(({ loadBalancer }) => isKnown(loadBalancer) ? [loadBalancer] : []);
