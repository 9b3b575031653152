import { SIGKILL, STOPPED_BY_ECS } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { helperWasLeftBehind } from '../../clues/helper-container';
import { wasAskedToStop } from '../../clues/stop-request';
import type { Clue, Signature } from '../../model/signature';

/** The container did not end by itself when asked to. */
export const exitKilledAfterStopTimeout: Signature = {
  cause: 'exit/killed-after-stop-timeout',
  atBest: 'likely',
  retriable: null,
  says: 'The container received a stop request and did not exit within its stop timeout (30 s by default). It was '
    + 'killed, and requests in progress were lost. Handle SIGTERM, start the program with exec to pass on '
    + 'the signal, or set a stop timeout of up to 120 s.',
  toConfirm: 'Run `docker stop` on a local container. If it needs the full 10 seconds (the Docker default), SIGTERM is not '
    + 'handled.',
  reads: ['stop'],
  broader: 'exit/application-error',
  oftenConfused: ['memory/container-limit', 'exit/killed'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['memory', 'image', 'environment'],
  seenIn: [{ stopCode: 'ServiceSchedulerInitiated', exitCode: 137 }],
  clues: killed,
  actions: evidence => [
    { title: 'Read what the container did between SIGTERM and its exit.', commands: [tailLogs(evidence)], prop: 'drainTime' },
    {
      title: 'Try it locally: a program that handles SIGTERM exits immediately.',
      commands: ['docker run -d --name stop-me <image> && time docker stop stop-me'],
      prop: 'command',
    },
  ],
};

/** Where the stop itself says why it was asked for, that is the cause, and this is only seen besides. */
function killed(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== SIGKILL) return [];
  if (wasAskedToStop(evidence)) {
    return [
      exitClue(evidence, evidence.task.stoppedReason ? 'possible' : 'likely', 'SIGTERM was not answered, and SIGKILL followed'),
    ];
  }
  return anotherEnded(evidence)
    ? [
      exitClue(
        evidence,
        helperWasLeftBehind(evidence) ? 'likely' : 'possible',
        'another container had exited first, and ECS then stops the rest',
      ),
    ]
    : [];
}

/** Whether a container of the task ended with a code of its own, after which ECS stops the others. */
const anotherEnded = ({ task }: Evidence): boolean =>
  task.containers.some(({ exitCode }) => exitCode !== undefined && !STOPPED_BY_ECS.includes(exitCode));
