import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { belongsToService, wasAskedToStop } from '../../clues/stop-request';
import type { Clue, Signature } from '../../model/signature';

/** The work is done. */
export const stopCompleted: Signature = {
  cause: 'stop/completed',
  atBest: 'certain',
  retriable: null,
  says: 'A standalone or scheduled task finished without an error. No action is needed.',
  toConfirm: 'Describe the task. '
    + 'If its group names no service, and its essential container exited with code 0, this is the cause.',
  reads: ['stop'],
  concerns: 'task',
  seenIn: [
    {
      exitCode: 0,
      group: 'family:nightly-report',
      stoppedReason: 'Essential container in task exited',
      stopCode: 'EssentialContainerExited',
    },
  ],
  clues: finished,
  actions: evidence => [{ title: 'To confirm, read the last log lines of the task.', commands: [tailLogs(evidence)], prop: null }],
};

function finished(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== 0 || wasAskedToStop(evidence)) return [];
  const ofService = belongsToService(evidence);
  return ofService === true
    ? []
    : [exitClue(evidence, ofService === false ? 'certain' : 'possible', 'the program ended without an error')];
}
