import { kindOf } from './kind-of-secret';
import type { Marks } from './marks/marks';
import { redact } from './redact';
import { isHarmless } from './values/harmless-value';
import { secretName } from '../../aws/secret-names';

/** How a text is redacted that stands in a field of that name. */
type Change = (text: string, name: string) => string;

/**
 * The same value with each of its texts redacted.
 *
 * A text has the name of its field, or, in lists of variables, what stands beside the value as `name` or `key`.
 */
export function redactValue<T>(value: T, change: Change, name?: string): T;
export function redactValue(value: unknown, change: Change, name = ''): unknown {
  if (typeof value === 'string') return change(value, name);
  if (Array.isArray(value)) return value.map(item => redactValue(item, change, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, redactValue(inner, change, nameOf(value, key))]));
}

/** A variable has its name beside its value. */
function nameOf(owner: object, key: string): string {
  if (!/^values?$/i.test(key)) return key;
  const named: unknown = Object.entries(owner).find(([field]) => /^(?:name|key)$/i.test(field))?.[1];
  return typeof named === 'string' ? named : key;
}

/** ARNs and names of parameters say where a secret is. */
const PLACE = /^(?:arn:[a-z][a-z-]*:|\/[\w/.-]+$|\{\{resolve:)/;

/** The text redacted, or hidden whole where its name says that it is a secret. */
export const redactNamed = (text: string, name: string, marks: Marks): string =>
  secretName(name) === 'certain' && !isHarmless(text, true) && !PLACE.test(text)
    ? marks.restored(marks.keepMarks(text) === text ? marks.hide(kindOf(name), text) : text)
    : redact(text, marks);
