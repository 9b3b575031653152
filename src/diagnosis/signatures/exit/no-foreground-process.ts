import type { Evidence } from '../../../evidence/model/evidence';
import { describeContainers, tailLogs } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { belongsToService, wasAskedToStop } from '../../clues/stop-request';
import type { Clue, Signature } from '../../model/signature';

/** The program had nothing more to do. */
export const exitNoForegroundProcess: Signature = {
  cause: 'exit/no-foreground-process',
  atBest: 'likely',
  retriable: false,
  says: 'The essential container exited without an error: its command finished or moved to the background, or the image '
    + 'has no command. Start the server in the foreground (nginx -g "daemon off;", exec in scripts).',
  toConfirm: 'Run the image locally. If it exits too, its command is the cause; otherwise compare the command of the task '
    + 'definition.',
  reads: ['stop'],
  broader: 'exit/application-error',
  isSymptom: true,
  oftenConfused: ['stop/completed', 'start/command-not-found'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { stoppedReason: 'Essential container in task exited', exitCode: 0 },
    { stoppedReason: 'Essential container in task exited', stopCode: 'EssentialContainerExited', exitCode: 0, group: 'service:web' },
  ],
  clues: ended,
  actions: evidence => [
    {
      title: 'Read the command and the entry point.',
      commands: [describeContainers(evidence, 'image', 'entryPoint', 'command')],
      prop: 'command',
    },
    { title: 'Read the last lines of the container.', commands: [tailLogs(evidence)], prop: null },
  ],
};

function ended(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== 0 || wasAskedToStop(evidence) || belongsToService(evidence) === false) return [];
  return [exitClue(evidence, 'likely', 'the containers of a service should keep running')];
}
