import { type Denial, parseDenial } from '../../aws/denial';
import type { Evidence } from '../../evidence/model/evidence';
import { memoized } from '../../memoized';

/** What IAM denied: as the stop says it, else as the newest line of the log that tells of a denial does. */
export const denialOf = memoized(({ task, change, serviceEvents, logTail }: Evidence): Denial | undefined => {
  const ofStop = [task.stoppedReason, ...task.containers.map(({ reason }) => reason), change?.reason];
  const texts = [...ofStop, ...serviceEvents, ...[...logTail].reverse()];
  for (const text of texts) {
    const denial = text === undefined ? undefined : parseDenial(text);
    if (denial !== undefined) return denial;
  }
  return undefined;
});
