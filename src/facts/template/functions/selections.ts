import { UNKNOWN } from '../../model/fact';
import { asNumber, type Resolved, Undecided } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression } from '../source/template-source';

/** The branch that the condition takes; unknown while only deployment decides which one that is. */
export function choose(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return UNKNOWN;
  const holds = resolver.conditions.holds(stack, argument[0]);
  return holds === UNKNOWN ? UNKNOWN : resolver.resolve(argument[holds ? 1 : 2] ?? null, stack, depth);
}

/** What `Fn::Select` gives. */
export function select(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [position, items = null] = argument as readonly Expression[];
  const index = asNumber(resolver.resolve(position, stack, depth));
  const list = resolver.resolve(items, stack, depth);
  if (typeof index !== 'number') return UNKNOWN;
  if (list instanceof Undecided) return new Undecided(`${list.name}[${index}]`);
  return Array.isArray(list) ? list[index] ?? UNKNOWN : zoneAt(index, items);
}

/** Two selections of the same zone are the same zone, even while nobody knows its name. */
function zoneAt(index: number, items: Expression): Resolved {
  const isZones = typeof items === 'object' && items !== null && 'Fn::GetAZs' in items;
  return isZones ? `\${AvailabilityZone ${index}}` : UNKNOWN;
}
