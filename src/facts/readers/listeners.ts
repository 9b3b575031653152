import { readLoadBalancer } from './load-balancer';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { ListenerFacts } from '../model/load-balancer';
import { grouped } from '../template/grouped';
import { asItems } from '../template/items';
import { once, oncePerApp } from '../template/once';
import { placeOf, type Resource } from '../template/resource';
import { asList, asNumber, asString, at, isOpen, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

const FORWARDERS = [LISTENER, RULE];

/** The listeners and the rules of listeners that forward requests to a target group. */
export const forwardersOf = grouped(templates => FORWARDERS.flatMap(type => templates.ofType(type)).flatMap(forwarder =>
  asItems(forwarder.properties.DefaultActions ?? forwarder.properties.Actions).flatMap(targetsOf)
    .map(target => templates.referred(target))
    .flatMap(group => group === undefined ? [] : [[group, forwarder] as const])));

const targetsOf = (action: Resolved): readonly Resolved[] =>
  [at(action, 'TargetGroupArn'), ...asItems(at(action, 'ForwardConfig', 'TargetGroups')).map(group => at(group, 'TargetGroupArn'))];

/**
 * Whether something forwards to a target group.
 *
 * What a custom resource or a nested template does with a group, and where a listener forwards to that nobody can name, is unknown. So is
 * what others do with a group that was there before the service.
 */
export function isForwardedTo(templates: Templates, group: Resource, service: Resource): Known<boolean> {
  if (forwardersOf(templates, group).length > 0) return true;
  const mayBeAny = forwardsSomewhere(templates);
  const usedByOthers = OTHERS.flatMap(type => templates.ofType(type)).some(({ dependsOn }) => dependsOn.includes(group.key));
  return mayBeAny || usedByOthers || group.stack !== service.stack || group.condition !== undefined ? UNKNOWN : false;
}

/** Whether a listener or a rule of the app forwards to a target group that nobody can name. */
const forwardsSomewhere = oncePerApp((templates): boolean => FORWARDERS.flatMap(type => templates.ofType(type)).some(forwardsToUnknown));

const OTHERS = ['AWS::CloudFormation::CustomResource', 'AWS::CloudFormation::Stack', 'AWS::Serverless::Application', 'Custom::AWS'];

/** A literal ARN is of a group that exists already. */
function forwardsToUnknown({ properties: { DefaultActions: defaults, Actions: own } }: Resource): boolean {
  const actions = asList(defaults ?? own);
  return !isKnown(actions) || actions.some(action => isOpen(action)
    || isOpen(at(action, 'ForwardConfig', 'TargetGroups')) || targetsOf(action).some(isOpen));
}

/** The listeners of forwarders, as far as the app declares them. */
export function readListeners(templates: Templates, forwarders: readonly Resource[]): readonly ListenerFacts[] {
  const listeners = forwarders.flatMap(forwarder => listenerOf(templates, forwarder) ?? []);
  return [...new Set(listeners)].map(listener => readListener(templates, listener));
}

/** Whether a group has listeners beside those that the app declares: what a parameter decides may be one. */
export const hasOtherListeners = (templates: Templates, forwarders: readonly Resource[]): Known<boolean> =>
  forwardsSomewhere(templates) || forwarders.some(forwarder => listenerOf(templates, forwarder) === undefined) ? UNKNOWN : false;

const listenerOf = (templates: Templates, forwarder: Resource): Resource | undefined =>
  forwarder.type === LISTENER ? forwarder : templates.referred(forwarder.properties.ListenerArn, LISTENER);

const readListener = once((templates: Templates, listener: Resource): ListenerFacts => {
  const loadBalancer = templates.referred(listener.properties.LoadBalancerArn, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  return {
    at: placeOf(listener),
    protocol: asString(listener.properties.Protocol),
    port: asNumber(listener.properties.Port),
    sslPolicy: asString(listener.properties.SslPolicy),
    loadBalancer: loadBalancer === undefined ? UNKNOWN : readLoadBalancer(templates, loadBalancer),
  };
});
