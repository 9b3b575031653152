import { HARDENED_CLUSTER, HARDENED_CONTAINER, HARDENED_LISTENER, HARDENED_LOAD_BALANCER, HARDENED_SERVICE, HARDENED_TARGET_GROUP, HARDENED_TASK } from './hardened-facts';
import type { ContainerFacts } from '../../src/facts/model/container';
import type { ListenerFacts } from '../../src/facts/model/load-balancer';
import type { ServiceFacts } from '../../src/facts/model/service';
import type { Rule } from '../../src/guardrails/model/rule';

/** The hardened service with a rule's counter-example in it. */
export function broken(rule: Rule): ServiceFacts {
  switch (rule.judges) {
    case 'service':
      return patched(HARDENED_SERVICE, rule.breaks);
    case 'task':
      return { ...HARDENED_SERVICE, task: patched(HARDENED_TASK, rule.breaks) };
    case 'container':
      return withContainers([patched(HARDENED_CONTAINER, rule.breaks), ...rule.id === 'container-memory-limit' ? [SIDECAR] : []]);
    case 'targetGroup':
      return { ...HARDENED_SERVICE, targetGroups: [patched(HARDENED_TARGET_GROUP, rule.breaks)] };
    case 'listener':
      return behind(patched(HARDENED_LISTENER, rule.breaks));
    case 'loadBalancer':
      return behind({ ...HARDENED_LISTENER, loadBalancer: patched(HARDENED_LOAD_BALANCER, rule.breaks) });
    case 'cluster':
      return { ...HARDENED_SERVICE, cluster: patched(HARDENED_CLUSTER, rule.breaks) };
  }
}

/** A second container of the task; the memory limit of the only one is the task itself. */
const SIDECAR: ContainerFacts = { ...HARDENED_CONTAINER, name: 'sidecar', portMappings: [] };

const withContainers = (containers: readonly ContainerFacts[]): ServiceFacts =>
  ({ ...HARDENED_SERVICE, task: { ...HARDENED_TASK, containers } });

const behind = (listener: ListenerFacts): ServiceFacts =>
  ({ ...HARDENED_SERVICE, targetGroups: [{ ...HARDENED_TARGET_GROUP, listeners: [listener] }] });

/** Facts with some of them changed: nested objects are merged, lists are replaced, or changed item by item. */
export function patched<T>(facts: T, patch: unknown): T {
  if (Array.isArray(facts) && isObject(patch)) return facts.map((item: unknown) => patched(item, patch)) as T;
  if (!isObject(facts) || !isObject(patch)) return patch as T;
  const changed = Object.entries(patch).map(([key, value]) => [key, patched(facts[key], value)]);
  return { ...facts, ...Object.fromEntries(changed) } as T;
}

/** The same facts with one of them replaced, once for every fact that can be unknown; a list is known item by item or not at all. */
export function* eachReplaced<T>(facts: T, replacement: unknown): Generator<{ readonly path: string; readonly facts: T }> {
  if (typeof facts !== 'object' || facts === null) return;
  for (const [key, value] of Object.entries(facts)) {
    if (isAlwaysKnown(facts, key)) continue;
    if (!Array.isArray(facts)) yield { path: key, facts: replaced(facts, key, replacement) };
    for (const inner of eachReplaced<unknown>(value, replacement)) yield { path: `${key}.${inner.path}`, facts: replaced(facts, key, inner.facts) };
  }
}

/** Places and names are what the reader itself gives to things; of an image that is read the reference is there. */
export const isAlwaysKnown = (facts: object, key: string): boolean => ['at', 'id', 'name', 'effect'].includes(key) || (key === 'reference' && 'registry' in facts);

const replaced = <T extends object>(facts: T, key: string, value: unknown): T =>
  (Array.isArray(facts) ? facts.map((item: unknown, index) => String(index) === key ? value : item) : { ...facts, [key]: value }) as T;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
