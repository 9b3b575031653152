import { atMost } from './matching/wording';
import type { Signature } from './model/signature';
import type { Evidence } from '../evidence/model/evidence';

/** The signatures, those that only name what was seen less sure where a line of the log says why. */
export function withSymptomsExplained(signatures: readonly Signature[], evidence: Evidence): readonly Signature[] {
  if (!isExplainedByLog(signatures, evidence)) return signatures;
  return signatures.map(signature =>
    signature.isSymptom ? { ...signature, clues: given => atMost('possible', signature.clues(given)) } : signature,
  );
}

const isExplainedByLog = (signatures: readonly Signature[], evidence: Evidence): boolean =>
  evidence.logTail.length > 0 && signatures.some(({ explainsSymptoms, clues }) => explainsSymptoms
    && clues(evidence).some(({ confidence, source }) => confidence !== 'possible' && source === 'log'));
