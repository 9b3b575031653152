import type { ReadFacts } from './read-facts';
import { redactFacts } from './redact-facts';
import { UNKNOWN } from '../../facts/model/fact';

/** How JSON shows a value that is not known; no value of AWS has this form. */
const PRINTED_UNKNOWN = '<unknown>';

/** Facts as rules are given them, without secrets; absent values are null. */
export const factsAsJson = (read: readonly ReadFacts[]): string =>
  JSON.stringify(read.map(({ judges, when, facts }) => ({ judges, when, facts: redactFacts(facts) })), printable, 2);

function printable(_key: string, value: unknown): unknown {
  return value === UNKNOWN ? PRINTED_UNKNOWN : value ?? null;
}
