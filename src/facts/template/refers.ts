import type { Resource } from './resource';
import type { Resolved } from './source/resolved';
import type { Templates } from './templates';
import { type Known, UNKNOWN } from '../model/fact';

/**
 * Whether a value names a resource of the templates.
 *
 * A literal id names something that exists already, so it is not a resource that is yet to be made; what comes from a
 * parameter or from a resource of another type may be anything.
 */
export function refersTo(templates: Templates, value: Resolved, resource: Resource): Known<boolean> {
  if (value === undefined) return false;
  if (typeof value !== 'string') return UNKNOWN;
  const target = templates.referred(value);
  if (target?.type === resource.type) return target === resource;
  return value.includes('${') ? UNKNOWN : false;
}

/** A resource, and whether it belongs there for certain. */
export type Belonging = readonly [resource: Resource, certain: boolean];

/** The resources of a type that belong to another one, and those of which nobody knows whether they do, or whether they are made at all. */
export function belongingTo(templates: Templates, owner: Resource, type: string, property: string): readonly Belonging[] {
  return templates.ofType(type)
    .map(resource => [resource, refersTo(templates, resource.properties[property], owner)] as const)
    .flatMap(([resource, belongs]) => belongs === false ? [] : [[resource, belongs === true && isMadeWith(owner, resource)] as const]);
}

/** Whether a resource is made whenever another one is. */
export const isMadeWith = (owner: Resource, { condition, stack }: Resource): boolean =>
  condition === undefined || (condition === owner.condition && stack === owner.stack);
