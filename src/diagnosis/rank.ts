import { CONFIDENCES, rankOf, weaker } from './model/confidence';
import type { Clue, Signature } from './model/signature';
import type { Suspicion } from './model/suspicion';
import type { Evidence } from '../evidence/model/evidence';
import type { Gap } from '../evidence/model/gap';

export interface Ranking {
  readonly suspicions: readonly Suspicion[];
  /** Signatures that could not be asked. */
  readonly gaps: readonly Gap[];
}

/**
 * Every cause that the evidence points to, best first: likely reasons before what only names the failure, then by
 * certainty, then by how directly ECS says it, then in the order of a task's life.
 */
export function rank(evidence: Evidence, signatures: readonly Signature[]): Ranking {
  const gaps: Gap[] = [];
  const suspicions: Suspicion[] = [];
  for (const signature of signatures) {
    try {
      const clues = signature.clues(evidence);
      if (clues.length > 0) suspicions.push(...suspect(signature, clues));
    } catch (error) {
      gaps.push({ source: `signature ${signature.cause}`, because: `it failed on this evidence (${messageOf(error)}); please report it` });
    }
  }
  return { suspicions: onePerCause(suspicions.sort(bySuspicion)), gaps };
}

/** A clue that quotes nothing proves nothing. */
function suspect(signature: Signature, found: readonly Clue[]): readonly Suspicion[] {
  const clues = withoutRepeats(found.filter(({ quote }) => quote.trim() !== '').sort(byWeight));
  if (clues.length === 0) return [];
  return [{ signature, clues, confidence: weaker(clues[0].confidence, signature.atBest) }];
}

/** Array sorting is stable, so what is equal stays in catalog order. */
const bySuspicion = (a: Suspicion, b: Suspicion): number => tier(a) - tier(b) || directness(a.clues[0]) - directness(b.clues[0]);

/** What only names a failure, however surely, stands behind every likely reason for it and before what is merely possible. */
function tier({ signature, confidence }: Suspicion): number {
  const certainty = rankOf(confidence);
  if (confidence === 'possible') return CONFIDENCES.length + certainty + Number(signature.saysLeast ?? false);
  return signature.saysLeast ? CONFIDENCES.length + certainty - 1 : certainty;
}

const byWeight = (a: Clue, b: Clue): number =>
  rankOf(a.confidence) - rankOf(b.confidence)
  || directness(a) - directness(b)
  || alphabetically(a.source, b.source)
  || alphabetically(a.quote, b.quote);

/** A quotation that a stronger one of the same source contains says nothing more. */
const withoutRepeats = (clues: readonly Clue[]): readonly Clue[] =>
  clues.filter(({ source, quote }, index) =>
    !clues.slice(0, index).some(stronger => stronger.source === source && stronger.quote.includes(quote)));

const onePerCause = (suspicions: readonly Suspicion[]): readonly Suspicion[] =>
  suspicions.filter(({ signature }, index) => suspicions.findIndex(other => other.signature.cause === signature.cause) === index);

/**
 * How directly a source speaks of this very stop: the stop itself, then its service, then the log, last a bare number.
 *
 * A source begins with its kind; what follows is a name, and a container may well be called `log-router`.
 */
function directness({ source, quote }: Clue): number {
  if (/^exit(?: ?code|ed)\b/i.test(quote) || /^exit code/i.test(source)) return 3;
  if (/^log\b/i.test(source)) return 2;
  return /^(?:service|deployment|action)\b/i.test(source) ? 1 : 0;
}

const alphabetically = (a: string, b: string): number => a < b ? -1 : Number(a > b);

const messageOf = (error: unknown): string => error instanceof Error ? error.message : String(error);
