import { INSIGHTS } from './insights/with-insights';
import type { QuotedClue } from './model/diagnosis';
import type { Doubt } from './model/insight';
import type { Suspicion } from './model/suspicion';
import type { CauseId } from '../causes/catalogue';
import type { Evidence } from '../evidence/model/evidence';

/**
 * The suspicions, best first, where the account speaks against some of them.
 *
 * Evidence is of its time: what is in order after the stop may have been mended since. It refutes only what is merely possible, and
 * only where it was in order before the stop; otherwise it puts that behind what nothing speaks against.
 */
export function withDoubts(suspicions: readonly Suspicion[], evidence: Evidence): readonly Suspicion[] {
  const judged = suspicions.map(suspicion => ({ suspicion, doubts: doubtsOf(suspicion.signature.cause, evidence) }));
  const isOpen = ({ suspicion, doubts }: typeof judged[number]): boolean => suspicion.confidence !== 'possible' || doubts.length === 0;
  const open = judged.filter(isOpen);
  const doubted = judged.filter(each => !isOpen(each));
  const kept = open.length === 0 ? doubted : doubted.filter(({ suspicion }) => !isRefuted(suspicion.signature.cause, evidence));
  return [...open, ...kept].map(({ suspicion }) => suspicion);
}

/** Whether the account shows that a cause cannot have been. */
export const isRefuted = (cause: CauseId, evidence: Evidence): boolean =>
  doubtsOf(cause, evidence).some(({ wasSoBefore }) => wasSoBefore);

/** What the account says against a cause. */
export const doubtsOf = (cause: CauseId, evidence: Evidence): readonly Doubt[] =>
  INSIGHTS.filter(({ causes, isGiven }) => causes.includes(cause) && isGiven(evidence))
    .flatMap(({ against }) => against?.(evidence, cause) ?? []);

/** The doubts in words, each with the cause that it speaks against. */
export const quotedDoubts = (causes: readonly CauseId[], evidence: Evidence): readonly QuotedClue[] =>
  causes.flatMap(cause => doubtsOf(cause, evidence).map(({ source, quote, says }) => ({ source, quote, says: `${says} (${cause})` })));
