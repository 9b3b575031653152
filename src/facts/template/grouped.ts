import { oncePerApp } from './once';
import type { Resource } from './resource';
import type { Templates } from './templates';

type Pair = readonly [owner: Resource, resource: Resource];

/** Finds what belongs to a resource; looked up once for all owners, because an app has about as many of the one as of the other. */
export function grouped(
  pairsOf: (templates: Templates) => readonly Pair[],
): (templates: Templates, owner: Resource) => readonly Resource[] {
  const groups = oncePerApp(templates => group(pairsOf(templates)));
  return (templates, owner) => groups(templates).get(owner) ?? [];
}

function group(pairs: readonly Pair[]): ReadonlyMap<Resource, readonly Resource[]> {
  const groups = new Map<Resource, Resource[]>();
  for (const [owner, resource] of pairs) {
    const known = groups.get(owner);
    if (known === undefined) groups.set(owner, [resource]);
    else if (!known.includes(resource)) known.push(resource);
  }
  return groups;
}
