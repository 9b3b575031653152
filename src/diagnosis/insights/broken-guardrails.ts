import type { CauseId } from '../../causes/catalogue';
import { PREVENTED_BY } from '../../causes/prevented-by';
import type { BrokenGuardrail, Evidence } from '../../evidence/model/evidence';
import { acknowledgmentOf } from '../clues/acknowledgment';
import { raiseConfidence } from '../clues/raise-confidence';
import type { Confidence } from '../model/diagnosis';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** A fault in the resources of the service, which makes a cause surer that the words point to; by itself it proves nothing of this stop. */
export const brokenGuardrails: Insight = {
  causes: Object.keys(PREVENTED_BY) as CauseId[],
  reads: ['guardrails'],
  deepens: true,
  proves: true,
  isGiven: ({ broken = [] }) => broken.length > 0,
  clues: (evidence, cause, said) => {
    if (said.length === 0) return [];
    const [, surer] = raiseConfidence(said);
    const { broken = [] } = evidence;
    return broken.filter(({ guardrail }) => PREVENTED_BY[cause]?.includes(guardrail)).map(fault => clue(fault, evidence, surer));
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const clue = (fault: BrokenGuardrail, evidence: Evidence, confidence: Confidence): Clue =>
  ({ confidence, source: `guardrail ${fault.guardrail}`, quote: fault.seen, says: whatItSays(fault, evidence) });

/** A fault that synthesis would have refused came later, unless it is in something that the app only refers to. */
function whatItSays({ guardrail, refused = false }: BrokenGuardrail, { acknowledged, synthesis }: Evidence): string {
  const allowed = acknowledgmentOf(guardrail, acknowledged);
  if (allowed !== null) return `${FAULT}, and it was acknowledged: ${allowed.reason}`;
  return refused && synthesis !== undefined && !synthesis.tolerated.includes(guardrail) ? `${FAULT}${DRIFT}` : FAULT;
}

const FAULT = 'the resources of the service have this fault';
const DRIFT = ', and the guardrail passed at synthesis (drift): it was changed after the deployment, or the app does not declare it';
