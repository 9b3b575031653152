import type { Declare } from '../corpus/configuration';

/** The printed fix of a guardrail, followed to the letter. */
export type FollowedFix = readonly [
  rule: string,
  /** The words of the fix that are followed, as they are printed. */
  says: string,
  broken: Declare,
  fixed: Declare,
];
