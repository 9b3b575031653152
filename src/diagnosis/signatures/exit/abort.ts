import { SIGABRT } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { inLog, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The process gave itself up. */
export const exitAbort: Signature = {
  cause: 'exit/abort',
  atBest: 'likely',
  retriable: null,
  says: 'The process aborted (SIGABRT): a failed assertion, a damaged heap, or a fatal error of the runtime. The last '
    + 'log lines before the exit show which.',
  toConfirm: 'Read the log lines just before the exit. '
    + 'A failed assertion, an uncaught exception, or a fatal error of the runtime confirms it.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  isSymptom: true,
  oftenConfused: ['memory/app-heap', 'exit/application-error'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { exitCode: 134 },
    { log: ['terminate called after throwing an instance of \'std::runtime_error\'', 'Aborted (core dumped)'], exitCode: 134 },
  ],
  clues: together(
    code134,
    inLog({
      sure: 'possible',
      says: 'the process aborted',
      words: [
        'Aborted (core dumped)',
        'terminate called after throwing',
        'SIGABRT',
        'Assertion … failed',
        'free(): invalid pointer',
        'double free or corruption',
        'stack smashing detected',
      ],
    }),
  ),
  actions: evidence => [{ title: 'Read the last lines of the container.', commands: [tailLogs(evidence)], prop: null }],
};

function code134(evidence: Evidence): readonly Clue[] {
  return exitCodeOf(evidence) === SIGABRT ? [exitClue(evidence, 'likely', '134 is SIGABRT')] : [];
}
