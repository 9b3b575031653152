import type { CauseId } from '../../causes/catalogue';
import { PREVENTED_BY } from '../../causes/prevented-by';
import type { BrokenGuardrail } from '../../evidence/model/evidence';
import { CONFIDENCES } from '../model/confidence';
import type { Confidence } from '../model/diagnosis';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** What words and resources tell together is one step surer than what the words tell alone. */
const SURER: Readonly<Record<Confidence, Confidence>> = { possible: 'likely', likely: 'certain', certain: 'certain' };

/** A fault in the resources of the service, which makes a cause surer that the words point to; by itself it proves nothing of this stop. */
export const brokenGuardrails: Insight = {
  causes: Object.keys(PREVENTED_BY) as CauseId[],
  reads: ['guardrails'],
  isGiven: ({ broken = [] }) => broken.length > 0,
  clues: ({ broken = [] }, cause, said) => {
    const best = CONFIDENCES.find(confidence => said.some(clue => clue.confidence === confidence));
    if (best === undefined) return [];
    return broken.filter(({ guardrail }) => PREVENTED_BY[cause]?.includes(guardrail)).map(fault => clue(fault, SURER[best]));
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const clue = ({ guardrail, seen }: BrokenGuardrail, confidence: Confidence): Clue =>
  ({ confidence, source: `guardrail ${guardrail}`, quote: seen, says: 'the resources of the service have just this fault' });
