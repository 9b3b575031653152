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
    ...movedTooEarly(before, after, to.Resources),
    ...recordsTwice(from.Resources, to.Resources),
  ];
}

interface Listener {
  readonly listener: string;
  readonly loadBalancer: string;
  readonly port: unknown;
  readonly targetGroups: readonly string[];
}

const listenersOf = (resources: Resources, physical: (id: string) => string): readonly Listener[] =>
  ofType(resources, 'AWS::ElasticLoadBalancingV2::Listener').map(([id, { Properties }]) => ({
    listener: physical(id),
    loadBalancer: refs(Properties?.LoadBalancerArn).map(physical)[0],
    port: Properties?.Port,
    targetGroups: refs(Properties?.DefaultActions).map(physical),
  }));

const onTwoLoadBalancers = (listeners: readonly Listener[]): readonly string[] => listeners.flatMap(one => one.targetGroups
  .filter(group => listeners.some(other => other.loadBalancer !== one.loadBalancer && other.targetGroups.includes(group)))
  .map(group => `${group} is on ${one.loadBalancer} and on another load balancer`));

const onOnePort = (listeners: readonly Listener[]): readonly string[] => listeners
  .filter(one => listeners.some(other => other !== one && other.loadBalancer === one.loadBalancer && other.port === one.port))
  .map(({ listener, port }) => `${listener} and another listener want port ${String(port)}`);

/** The service waits for its listener, so a listener that stays would send requests to a group without tasks. */
const movedTooEarly = (before: readonly Listener[], after: readonly Listener[], resources: Resources): readonly string[] => after
  .filter(({ listener, targetGroups }) => before.some(old =>
    old.listener === listener && targetGroups.some(group => !old.targetGroups.includes(group))))
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

const ofType = (resources: Resources, type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type);

function refs(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => key === 'Ref' ? [String(inner)] : refs(inner));
}
