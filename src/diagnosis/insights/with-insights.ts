import { accessLog } from './access-log';
import { announcedAddress } from './announced-address';
import { brokenGuardrails } from './broken-guardrails';
import { killedBelowTheLimit, memoryUse } from './memory-use';
import { imageStates, resourceStates, secretStates } from './resource-states';
import { simulatedPermissions } from './simulated-permissions';
import { startTime } from './start-time';
import { steadySince } from './steady-since';
import { targetHealth } from './target-health';
import type { Evidence } from '../../evidence/model/evidence';
import { weaker } from '../model/confidence';
import type { Insight } from '../model/insight';
import type { Signature } from '../model/signature';

/** Everything that is known beyond words. */
export const INSIGHTS: readonly Insight[] = [
  memoryUse, killedBelowTheLimit, targetHealth, accessLog, announcedAddress, startTime, imageStates, secretStates, resourceStates,
  simulatedPermissions, brokenGuardrails, steadySince,
];

/** The signatures, each with what this evidence lets it know beyond words; most evidence has nothing of the kind. */
export function withInsights(signatures: readonly Signature[], evidence: Evidence): readonly Signature[] {
  const given = INSIGHTS.filter(({ isGiven }) => isGiven(evidence));
  if (given.length === 0) return signatures;
  return signatures.map(signature => given
    .filter(({ causes }) => causes.includes(signature.cause))
    .reduce((known, insight) => deepened(known, insight, evidence), signature));
}

/** What the words alone say is no surer than they can be. */
const deepened = (signature: Signature, insight: Insight, evidence: Evidence): Signature => ({
  ...signature,
  atBest: insight.proves ? 'certain' : signature.atBest,
  says: insight.says(evidence) ?? signature.says,
  clues: given => {
    const said = signature.clues(given).map(clue => ({ ...clue, confidence: weaker(clue.confidence, signature.atBest) }));
    return [...said, ...insight.clues(given, signature.cause, said)];
  },
  actions: given => insight.actions(given, signature.actions(given)),
});
