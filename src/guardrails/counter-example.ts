import { inspect } from 'node:util';
import type { Rule } from './model/rule';
import { isKnown } from '../facts/model/fact';

/** The counter-example of a rule as people read it: what differs from a hardened service, without what is unknown on both. */
export const counterExampleOf = ({ breaks }: Rule): string => inspect(knownPartOf(breaks), { depth: null, breakLength: 100, compact: 5 });

function knownPartOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(knownPartOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => isKnown(part)).map(([name, part]) => [name, knownPartOf(part)]));
}
