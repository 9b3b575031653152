import { type Known, UNKNOWN } from '../model/fact';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/**
 * Whether CloudFormation makes a resource only when one of others is there; of those in other stacks, or under
 * conditions, nobody knows when they come.
 */
export function awaitsOneOf(templates: Templates, resource: Resource, others: readonly Resource[]): Known<boolean> {
  const before = allBefore(templates, resource);
  if (others.some(other => before.has(other))) return true;
  return others.length > 0 && others.every(({ stack, condition }) => stack === resource.stack && condition === undefined) ? false : UNKNOWN;
}

/** Everything that has to be there first, and what that waits for in turn. */
const allBefore = once((templates: Templates, resource: Resource): ReadonlySet<Resource> => {
  const before = new Set<Resource>();
  const waiting = [resource];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const first = next.dependsOn.map(key => templates.withKey(key)).filter(other => other !== undefined && !before.has(other));
    for (const other of first as readonly Resource[]) {
      before.add(other);
      waiting.push(other);
    }
  }
  return before;
});
