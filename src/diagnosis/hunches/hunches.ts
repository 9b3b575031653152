import { fromLog } from './from-log';
import { fromStop } from './from-stop';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { Signature } from '../model/signature';
import type { Suspicion } from '../model/suspicion';

/** More causes than these nobody looks into, unless the words themselves name more. */
const ENOUGH = 3;

/** Where ECS leaves the reason to the application, and no message of that is known: what the last error of its log sounds like. */
export function guess(evidence: Evidence, signatures: readonly Signature[]): readonly Suspicion[] {
  if (hasReasonOfEcs(evidence)) return [];
  const [hunch] = fromLog(evidence, signatures);
  const signature = signatures.find(({ cause }) => cause === hunch?.cause);
  return signature ? [{ signature, confidence: 'possible', clues: [hunch.clue] }] : [];
}

/** A reason of ECS that nobody knows has its own name, whatever the application says meanwhile. */
const hasReasonOfEcs = ({ task: { stoppedReason, containers }, change }: Evidence): boolean =>
  [stoppedReason, change?.reason, ...containers.map(({ reason }) => reason)].some(reason =>
    reason && !/essential container in task exited/i.test(reason));

/**
 * What it may be besides, where the suspicions are few: what other errors sound like, what ECS tells in the same words,
 * what it often turns out to be.
 */
export function hunches(suspicions: readonly Suspicion[], evidence: Evidence, signatures: readonly Signature[]): readonly Signature[] {
  if (suspicions.length >= ENOUGH) return [];
  const known = new Set(suspicions.map(({ signature }) => signature.cause));
  const more = [
    ...fromLog(evidence, signatures).map(({ cause }) => cause),
    ...inSuchWords(suspicions, evidence, signatures),
    ...oftenConfused(suspicions),
  ];
  // A stop that nothing fits is named first, too: it is unknown.
  const wanted = [...new Set(more)].filter(cause => !known.has(cause)).slice(0, ENOUGH - Math.max(1, suspicions.length));
  return wanted.flatMap(cause => signatures.filter(signature => signature.cause === cause));
}

/** Where ECS says enough to make one cause likely, it says enough to leave out most others that it tells in such words. */
const inSuchWords = (
  [leading]: readonly Suspicion[], evidence: Evidence, signatures: readonly Signature[],
): readonly CauseId[] => leading === undefined || leading.confidence === 'possible' ? fromStop(evidence, signatures) : [];

function oftenConfused([leading]: readonly Suspicion[]): readonly CauseId[] {
  const isTold = leading !== undefined && (leading.clues[0].source === 'log' || !leading.signature.onlyLogTellsApart);
  return isTold ? leading.signature.oftenConfused ?? [] : [];
}
