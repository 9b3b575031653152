import { CONFIDENCES, rankOf } from '../model/confidence';
import type { Confidence } from '../model/diagnosis';
import type { Clue } from '../model/signature';

/** What words and the account tell together is one step surer than what the words tell alone. */
const SURER: Readonly<Record<Confidence, Confidence>> = { possible: 'likely', likely: 'certain', certain: 'certain' };

/** How sure the words are, and how sure they are together with what the account tells. */
export function raiseConfidence(said: readonly Clue[]): readonly [words: Confidence, together: Confidence] {
  const ranks = said.map(({ confidence }) => rankOf(confidence));
  const best = CONFIDENCES[Math.min(...ranks, CONFIDENCES.length - 1)] ?? 'possible';
  return [best, SURER[best]];
}
