import { readLoadBalancer } from './load-balancer';
import { UNKNOWN } from '../model/fact';
import type { ListenerFacts } from '../model/load-balancer';
import { grouped } from '../template/grouped';
import { asItems } from '../template/items';
import { once } from '../template/once';
import { asString, at, type Resolved } from '../template/resolved';
import { placeOf, type Resource } from '../template/resource';
import type { Templates } from '../template/templates';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** The listeners and the rules of listeners that forward requests to a target group. */
export const forwardersOf = grouped(templates => [...templates.ofType(LISTENER), ...templates.ofType(RULE)].flatMap(forwarder =>
  asItems(forwarder.properties.DefaultActions ?? forwarder.properties.Actions).flatMap(targetsOf)
    .map(target => templates.referred(target))
    .flatMap(group => group === undefined ? [] : [[group, forwarder] as const])));

const targetsOf = (action: Resolved): readonly Resolved[] =>
  [at(action, 'TargetGroupArn'), ...asItems(at(action, 'ForwardConfig', 'TargetGroups')).map(group => at(group, 'TargetGroupArn'))];

/** The listeners of forwarders, as far as the app declares them. */
export function readListeners(templates: Templates, forwarders: readonly Resource[]): readonly ListenerFacts[] {
  const listeners = forwarders.flatMap(forwarder =>
    forwarder.type === LISTENER ? [forwarder] : templates.referred(forwarder.properties.ListenerArn, LISTENER) ?? []);
  return [...new Set(listeners)].map(listener => readListener(templates, listener));
}

const readListener = once((templates: Templates, listener: Resource): ListenerFacts => {
  const loadBalancer = templates.referred(listener.properties.LoadBalancerArn, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  return {
    at: placeOf(listener),
    protocol: asString(listener.properties.Protocol),
    sslPolicy: asString(listener.properties.SslPolicy),
    loadBalancer: loadBalancer === undefined ? UNKNOWN : readLoadBalancer(templates, loadBalancer),
  };
});
