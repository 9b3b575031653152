import type { Rule } from './rule';

/** Every guardrail, in the order in which documents and reports list them. */
export const CATALOGUE: readonly Rule[] = [];
