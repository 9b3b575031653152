import { withoutLookups } from './lookups';
import { UNKNOWN } from '../../model/fact';
import { asString, type Resolved, Undecided, UNKNOWN_PART } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression } from '../source/template-source';

/** What `Fn::Join` gives. */
export function join(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return UNKNOWN;
  const parts = resolver.resolve(argument[1], stack, depth);
  return Array.isArray(parts) ? withoutLookups(parts.map(part => text(part)).join(argument[0])) : UNKNOWN;
}

/** What `Fn::Sub` gives. */
export function substitute(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof template !== 'string') return UNKNOWN;
  const given = resolver.resolveObject((variables ?? {}) as { readonly [key: string]: Expression }, stack, depth);
  return withoutLookups(template.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal) return whole.replace('!', '');
    if (name in given) return text(given[name]);
    const [id, ...rest] = name.split('.');
    return text(rest.length === 0 ? resolver.reference(id, stack, depth) : resolver.attribute(id, rest.join('.'), stack, depth));
  }));
}

/** What `Fn::Split` gives; a text with symbols in it may be cut anywhere. */
export function split(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string') return UNKNOWN;
  const whole = resolver.resolve(argument[1], stack, depth);
  if (whole instanceof Undecided) return whole;
  return typeof whole === 'string' && !whole.includes('${') ? whole.split(argument[0]) : UNKNOWN;
}

const text = (part: Resolved): string => {
  const known = asString(part);
  return typeof known === 'string' ? known : UNKNOWN_PART;
};
