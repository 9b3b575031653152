import { exitClue, exitCodeOf } from './exit-code';
import { wasAskedToStop } from './stop-request';
import type { Evidence } from '../../evidence/model/evidence';
import type { Clue } from '../model/signature';

/** What often makes a program end with 1, where no line of its log and no reason tells more. */
export function silentFailure(evidence: Evidence, says: string): readonly Clue[] {
  const { logTail, task } = evidence;
  const isSilent = logTail.length === 0 && task.containers.every(({ reason }) => !reason);
  return exitCodeOf(evidence) === 1 && isSilent && !wasAskedToStop(evidence) ? [exitClue(evidence, 'possible', says)] : [];
}
