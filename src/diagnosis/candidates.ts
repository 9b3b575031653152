import { withDoubts } from './doubts';
import { guess } from './hunches/hunches';
import { withInsights } from './insights/with-insights';
import type { Signature } from './model/signature';
import { rank, type Ranking } from './rank';
import { withSymptomsExplained } from './symptoms';
import type { Evidence } from '../evidence/model/evidence';

/** The causes that the evidence points to, best first; where no words are known, what its last error sounds like. */
export function candidates(evidence: Evidence, signatures: readonly Signature[]): Ranking {
  const { suspicions, gaps } = rank(evidence, withInsights(withSymptomsExplained(signatures, evidence), evidence));
  return { suspicions: withDoubts(suspicions.length > 0 ? suspicions : guess(evidence, signatures), evidence), gaps };
}
