import type { CauseId } from '../../causes/catalogue';
import { PREVENTED_BY } from '../../causes/prevented-by';
import type { BrokenGuardrail } from '../../evidence/model/evidence';
import { surerBy } from '../clues/surer';
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
  clues: ({ broken = [] }, cause, said) => {
    if (said.length === 0) return [];
    const [, surer] = surerBy(said);
    return broken.filter(({ guardrail }) => PREVENTED_BY[cause]?.includes(guardrail)).map(fault => clue(fault, surer));
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const clue = ({ guardrail, seen }: BrokenGuardrail, confidence: Confidence): Clue =>
  ({ confidence, source: `guardrail ${guardrail}`, quote: seen, says: 'the resources of the service have this fault' });
