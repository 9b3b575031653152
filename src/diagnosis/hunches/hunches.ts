import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../evidence';
import type { Suspicion } from '../rank';
import type { Signature } from '../signature';
import { fromLog } from './from-log';
import { fromStop } from './from-stop';
import { KIN } from './kin';

/** More causes than these nobody looks into, unless the words themselves name more. */
const ENOUGH = 3;

/** Where no message is known: what the last error of the log sounds like. */
export function guess(evidence: Evidence, signatures: readonly Signature[]): readonly Suspicion[] {
  return fromLog(evidence).slice(0, 1).flatMap(({ cause, clue }) =>
    signatures.filter(signature => signature.cause === cause).map(signature => ({ signature, confidence: 'possible' as const, clues: [clue] })));
}

/** What it may be besides, where the suspicions are few: what other errors sound like, what ECS tells in the same words, what it often turns out to be. */
export function hunches(suspicions: readonly Suspicion[], evidence: Evidence, signatures: readonly Signature[]): readonly Signature[] {
  if (suspicions.length >= ENOUGH) return [];
  const known = new Set(suspicions.map(({ signature }) => signature.cause));
  const more = [...fromLog(evidence).map(({ cause }) => cause), ...fromStop(evidence), ...fromKin(suspicions)].filter(cause => !known.has(cause));
  // A stop that nothing fits is named first, too: it is unknown.
  const wanted = [...new Set(more)].slice(0, ENOUGH - Math.max(1, suspicions.length));
  return wanted.flatMap(cause => signatures.filter(signature => signature.cause === cause));
}

/** Only a cause that was read out of a log is guessed on from. */
function fromKin([leading]: readonly Suspicion[]): readonly CauseId[] {
  return leading?.clues[0].source === 'log' ? KIN[leading.signature.cause] ?? [] : [];
}
