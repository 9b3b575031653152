/**
 * A value that only deployment will decide, or that nobody may read: a token, an imported resource, a denied call.
 *
 * It is a value and not an error: a rule that meets it gives no verdict.
 */
export const UNKNOWN = Symbol('unknown');

export type Unknown = typeof UNKNOWN;

/** A value of a template or of the live account: present, absent (`undefined`), or unknown. */
export type Fact<T> = T | undefined | Unknown;

/** A value that is always there, but may be unknown. */
export type Known<T> = T | Unknown;

/** Tells a value that can be judged from one that cannot. */
export const isKnown = <T>(fact: T | Unknown): fact is T => fact !== UNKNOWN;
