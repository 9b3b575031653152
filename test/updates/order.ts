import { allDependencies, type Resources, type TemplateResource } from './dependencies';
import { replacedIds, type Template } from './replaced';

/**
 * What goes wrong while CloudFormation updates a stack, although each resource could be changed on its own.
 *
 * CloudFormation creates and updates in the order of the new template, and deletes what is left over at the end: until
 * then the old and the new stand side by side.
 */
export function faultsOfOrder(from: Template, to: Template): readonly string[] {
  const replaced = replacedIds(from, to);
  const physical = (id: string, isNew: boolean) => isNew && (replaced.has(id) || !(id in from.Resources)) ? `new ${id}` : id;
  const before = listenersOf(from.Resources, id => physical(id, false));
  const after = listenersOf(to.Resources, id => physical(id, true));
  const sideBySide = [...after, ...before.filter(({ listener }) => !after.some(other => other.listener === listener))];
  return [
    ...onTwoLoadBalancers(sideBySide),
    ...onOnePort(sideBySide),
    ...withOnePriority(sideBySide),
    ...movedTooEarly(before, after, to.Resources),
    ...recordsTwice(from.Resources, to.Resources),
    ...recordsMovedTooEarly(from.Resources, to.Resources),
  ];
}

/** A listener, or a rule of one. */
interface Listener {
  readonly listener: string;
  readonly loadBalancer: string;
  readonly port?: unknown;
  readonly rule?: { readonly of: string; readonly priority: unknown };
  readonly targetGroups: readonly string[];
  /** Those of them that requests go to. */
  readonly receiving: readonly string[];
}

function listenersOf(resources: Resources, physical: (id: string) => string): readonly Listener[] {
  const loadBalancerOf = (listener: string) => refs(resources[listener]?.Properties?.LoadBalancerArn).map(physical)[0];
  const listeners = ofType(resources, 'AWS::ElasticLoadBalancingV2::Listener').map(([id, { Properties }]) => ({
    listener: physical(id),
    loadBalancer: loadBalancerOf(id),
    port: Properties?.Port,
    targetGroups: refs(Properties?.DefaultActions).map(physical),
    receiving: refs(withoutIdle(Properties?.DefaultActions)).map(physical),
  }));
  const rules = ofType(resources, 'AWS::ElasticLoadBalancingV2::ListenerRule').map(([id, { Properties }]) => {
    const [listener] = refs(Properties?.ListenerArn);
    return {
      listener: physical(id),
      loadBalancer: loadBalancerOf(listener),
      rule: { of: physical(listener), priority: Properties?.Priority },
      targetGroups: refs(Properties?.Actions).map(physical),
      receiving: refs(withoutIdle(Properties?.Actions)).map(physical),
    };
  });
  return [...listeners, ...rules];
}

/** Actions without the groups of weight 0, which get no request. */
function withoutIdle(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(item => item?.Weight !== 0).map(withoutIdle);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutIdle(inner)]));
}

const onTwoLoadBalancers = (listeners: readonly Listener[]): readonly string[] => listeners.flatMap(one => one.targetGroups
  .filter(group => listeners.some(other => other.loadBalancer !== one.loadBalancer && other.targetGroups.includes(group)))
  .map(group => `${group} is on ${one.loadBalancer} and on another load balancer`));

const onOnePort = (listeners: readonly Listener[]): readonly string[] => listeners
  .filter(one => one.port !== undefined && listeners.some(other =>
    other !== one && other.loadBalancer === one.loadBalancer && other.port === one.port))
  .map(({ listener, port }) => `${listener} and another listener want port ${String(port)}`);

const withOnePriority = (listeners: readonly Listener[]): readonly string[] => listeners
  .flatMap(({ listener, rule }) => rule && listeners.some(other =>
    other.listener !== listener && other.rule?.of === rule.of && other.rule.priority === rule.priority)
    ? [`${listener} and another rule want priority ${String(rule.priority)}`]
    : []);

/** The service waits for its listener, so a listener that stays would send requests to a group without tasks. */
const movedTooEarly = (before: readonly Listener[], after: readonly Listener[], resources: Resources): readonly string[] => after
  .filter(({ listener, receiving }) => before.some(old =>
    old.listener === listener && receiving.some(group => !old.targetGroups.includes(group))))
  .filter(({ listener }) => ofType(resources, 'AWS::ECS::Service').some(([service]) => allDependencies(resources, service).has(listener)))
  .map(({ listener }) => `${listener} forwards to a group before its targets are healthy`);

/** Route 53 refuses to create a record that exists. */
function recordsTwice(from: Resources, to: Resources): readonly string[] {
  const name = ({ Properties }: TemplateResource) => JSON.stringify([Properties?.Name, Properties?.Type, Properties?.HostedZoneId]);
  const old = ofType(from, 'AWS::Route53::RecordSet');
  return ofType(to, 'AWS::Route53::RecordSet')
    .filter(([id, record]) => !(id in from) && old.some(([, other]) => name(other) === name(record)))
    .map(([id]) => `${id} is created while another record has its name`);
}

/** A name that stays must not point to another load balancer before the tasks behind that are healthy. */
function recordsMovedTooEarly(from: Resources, to: Resources): readonly string[] {
  const services = ofType(to, 'AWS::ECS::Service').map(([id]) => id);
  return ofType(to, 'AWS::Route53::RecordSet').map(([id]) => id)
    .filter(id => id in from && JSON.stringify(from[id].Properties?.AliasTarget) !== JSON.stringify(to[id].Properties?.AliasTarget))
    .filter(id => !services.some(service => allDependencies(to, id).has(service)))
    .map(id => `${id} points to a load balancer before its targets are healthy`);
}

const ofType = (resources: Resources, type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);

function refs(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => key === 'Ref' ? [String(inner)] : refs(inner));
}
