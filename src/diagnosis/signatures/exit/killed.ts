import { SIGKILL } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { moreMemory } from '../../advice/larger-size';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { helperWasLeftBehind } from '../../clues/helper-container';
import { wasAskedToStop } from '../../clues/stop-request';
import { inLog, logMayHold, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The container was killed, and nothing says by whom. */
export const exitKilled: Signature = {
  cause: 'exit/killed',
  atBest: 'likely',
  retriable: null,
  says: 'The container was killed (SIGKILL). Neither an out-of-memory reason nor a stop request explains it. Check its '
    + 'memory first, and then anything in the container that kills processes.',
  toConfirm: 'Compare the memory metric with the limit just before the stop. '
    + 'A value near the limit indicates memory; otherwise, a program or a stop timeout sent SIGKILL.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  isSymptom: true,
  oftenConfused: ['memory/container-limit', 'exit/killed-after-stop-timeout'],
  onlyLogTellsApart: true,
  stopFamilies: { memory: 2 },
  consolePages: ['log'],
  suspectChanges: ['memory', 'image', 'environment'],
  seenIn: [
    { stoppedReason: 'Essential container in task exited', stopCode: 'EssentialContainerExited', exitCode: 137 },
    { exitCode: 137 },
  ],
  clues: together(
    killed,
    inLog({
      sure: 'possible',
      says: 'a process was killed; the evidence does not show by what',
      words: [
        'line #: # Killed',
        'Killed: 9',
        'signal: killed',
      ],
    }),
  ),
  actions: evidence => [
    { title: 'Read the last lines of the container.', commands: [tailLogs(evidence)], prop: null },
    moreMemory(evidence, 'If its memory was near the limit, increase the task memory'),
  ],
};

function killed(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== SIGKILL || wasAskedToStop(evidence)) return [];
  if (logSpeaksOfMemory(evidence)) return [exitClue(evidence, 'possible', 'no stop request is known; the log mentions memory')];
  return [
    exitClue(evidence, helperWasLeftBehind(evidence) ? 'possible' : 'likely', 'no stop request is known, and no reason mentions memory'),
  ];
}

const logSpeaksOfMemory = logMayHold('OOMKilled', 'OOM(-| )kill', 'out of memory', 'OutOfMemory');
