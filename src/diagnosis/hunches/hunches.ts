import { fromLog } from './from-log';
import { fromStop } from './from-stop';
import { OFTEN_CONFUSED } from './often-confused';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import type { Signature } from '../model/signature';
import type { Suspicion } from '../model/suspicion';

/** More causes than these nobody looks into, unless the words themselves name more. */
const ENOUGH = 3;

/** Where ECS leaves the reason to the application, and no message of that is known: what the last error of its log sounds like. */
export function guess(evidence: Evidence, signatures: readonly Signature[]): readonly Suspicion[] {
  if (hasReasonOfEcs(evidence)) return [];
  const [hunch] = fromLog(evidence);
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
  const more = [...fromLog(evidence).map(({ cause }) => cause), ...inSuchWords(suspicions, evidence), ...fromKin(suspicions)];
  // A stop that nothing fits is named first, too: it is unknown.
  const wanted = [...new Set(more)].filter(cause => !known.has(cause)).slice(0, ENOUGH - Math.max(1, suspicions.length));
  return wanted.flatMap(cause => signatures.filter(signature => signature.cause === cause));
}

/** Where ECS says enough to make one cause likely, it says enough to leave out most others that it tells in such words. */
const inSuchWords = ([leading]: readonly Suspicion[], evidence: Evidence): readonly CauseId[] =>
  leading === undefined || leading.confidence === 'possible' ? fromStop(evidence) : [];

/** Exit codes, and health checks of a load balancer that failed, have many causes, which only a log tells apart. */
const fromKin = ([leading]: readonly Suspicion[]): readonly CauseId[] =>
  leading !== undefined && (leading.clues[0].source === 'log' || TOLD_BY_ECS.test(leading.signature.cause))
    ? OFTEN_CONFUSED[leading.signature.cause] ?? []
    : [];

const TOLD_BY_ECS = /^(?:pull|init|start|capacity)\/|^health\/container$/;
