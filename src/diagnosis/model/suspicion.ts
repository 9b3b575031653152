import type { Confidence } from './diagnosis';
import type { Clue, Signature } from './signature';

/** A cause that the evidence points to, with all that points to it, strongest first. */
export interface Suspicion {
  readonly signature: Signature;
  readonly confidence: Confidence;
  readonly clues: readonly Clue[];
}
