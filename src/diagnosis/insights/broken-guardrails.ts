import { CATALOGUE } from '../../guardrails/catalogue';
import type { Confidence } from '../diagnosis';
import type { Evidence } from '../evidence';
import type { Insight } from '../insight';
import type { Clue } from '../signature';

/** The guardrails that know what happens without them. */
const RULES = CATALOGUE.filter(({ prevents }) => prevents.length > 0);

/** What words and resources tell together is one step surer than what the words tell alone. */
const SURER: Readonly<Record<Confidence, Confidence>> = { possible: 'likely', likely: 'certain', certain: 'certain' };

/** A fault in the resources of the service, which makes a cause surer that the words point to; by itself it proves nothing of this stop. */
export const brokenGuardrails: Insight = {
  causes: [...new Set(RULES.flatMap(({ prevents }) => prevents))],
  isGiven: ({ broken = [] }) => broken.length > 0,
  clues: ({ broken = [] }, cause, said) => {
    const [best] = ORDER.filter(confidence => said.some(clue => clue.confidence === confidence));
    if (best === undefined) return [];
    const preventing = new Set(RULES.filter(({ prevents }) => prevents.includes(cause)).map(({ id }) => id));
    return broken.filter(({ guardrail }) => preventing.has(guardrail)).map(fault => clue(fault, SURER[best]));
  },
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

const ORDER: readonly Confidence[] = ['certain', 'likely', 'possible'];

const clue = ({ guardrail, seen }: NonNullable<Evidence['broken']>[number], confidence: Confidence): Clue =>
  ({ confidence, source: `guardrail ${guardrail}`, quote: seen, says: 'the resources of the service have just this fault' });
