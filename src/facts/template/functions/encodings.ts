import { UNKNOWN } from '../../model/fact';
import { asLiteral, isOpen, type Resolved, type ResolvedObject, UNKNOWN_PART } from '../source/resolved';
import type { Resolving } from '../source/resolving';
import type { Expression } from '../source/template-source';

/** What `Fn::Base64` gives; a symbol in the text hides what comes out. */
export function base64(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  const text = asLiteral(resolver.resolve(argument, stack, depth));
  return typeof text === 'string' ? Buffer.from(text).toString('base64') : UNKNOWN;
}

/** What `Fn::Length` gives; an item that nobody knows may be left out at deployment. */
export function length(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  const list = resolver.resolve(argument, stack, depth);
  return Array.isArray(list) && !list.includes(UNKNOWN) ? list.length : UNKNOWN;
}

/** What `Fn::ToJsonString` gives. */
export function toJsonString(resolver: Resolving, argument: Expression, stack: string, depth: number): Resolved {
  const value = resolver.resolve(argument, stack, depth);
  return isOpen(value) || value === undefined ? UNKNOWN : JSON.stringify(value, writable);
}

/** What is undecided writes itself out as nothing, before a replacer is given its value: its holder still has it. */
function writable(this: ResolvedObject, name: string): Resolved {
  return isOpen(this[name]) ? UNKNOWN_PART : this[name];
}
