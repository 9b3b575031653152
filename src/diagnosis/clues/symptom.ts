import type { Evidence } from '../../evidence/model/evidence';
import { LOG_SIGNATURES } from '../log-signatures';
import { atMost } from '../matching/wording';
import type { Clue } from '../model/signature';

const EXPLAINED = new WeakMap<Evidence, boolean>();

/** Clues that only name what was seen: less sure where the log says why. */
export const symptom = (evidence: Evidence, clues: readonly Clue[]): readonly Clue[] =>
  clues.length > 0 && isExplainedByLog(evidence) ? atMost('possible', clues) : clues;

function isExplainedByLog(evidence: Evidence): boolean {
  const known = EXPLAINED.get(evidence);
  if (known !== undefined) return known;
  const explained = evidence.logTail.length > 0
    && LOG_SIGNATURES.some(({ clues }) => clues(evidence).some(({ confidence, source }) => confidence !== 'possible' && source === 'log'));
  EXPLAINED.set(evidence, explained);
  return explained;
}
