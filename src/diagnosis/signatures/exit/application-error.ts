import { SIGTERM, TELLING } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { helperThatEndedFirst } from '../../clues/helper-container';
import { wasAskedToStop } from '../../clues/stop-request';
import { errorsIn } from '../../hunches/from-log';
import { quoteWords } from '../../matching/quote';
import { atMost, inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';
import { REFUSED_TIME } from '../../vocabulary/refused-time';

/** The application ended with an error that no signature knows. */
export const exitApplicationError: Signature = {
  cause: 'exit/application-error',
  atBest: 'likely',
  saysLeast: true,
  retriable: null,
  says: 'The application exited with an error. Read the last lines of its log to find the reason.',
  toConfirm: 'Read the last lines of the log. '
    + 'An error or stack trace just before the exit confirms it and names the code that failed.',
  reads: ['stop', 'log'],
  isSymptom: true,
  oftenConfused: ['app/missing-config', 'app/dependency-unreachable'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { stoppedReason: 'Essential container in task exited', stopCode: 'EssentialContainerExited', exitCode: 1 },
    { exitCode: 255 },
    { stoppedReason: 'Essential container in task exited', exitCode: 2 },
  ],
  clues: together(
    failedWithLastWords,
    evidence => exitCodeOf(evidence) === undefined ? exited(evidence) : [],
    inLog({
      sure: 'likely',
      says: 'AWS refused the time of a request: the clock of the application is wrong, or the request waited too long',
      words: REFUSED_TIME,
    }, {
      sure: 'possible',
      says: 'the application reports an error',
      words: [
        'Traceback (most recent call last)',
        'Uncaught exception',
        'Unhandled exception',
        'UnhandledPromiseRejection',
        'Unhandled rejection',
        'panic: ',
        'Exception in thread',
        'Application run failed',
        'Worker failed to boot',
        'Exception in worker process',
        'npm ERR! code ELIFECYCLE',
        'npm error Lifecycle script',
        'error Command failed with exit code',
        'App crashed',
        'Fatal error',
        'FATAL',
        'exited with code 1',
        'SyntaxError',
        'TypeError',
        'ReferenceError',
        'NameError',
        'AttributeError',
        'NullPointerException',
        'throw new',
        'thread … panicked at',
        'thread … panic:',
        'Kernel pid terminated',
        'attempt to (index|call) a nil value',
        'failed to start child',
        'Application startup failed',
        'WFLYCTL … failed',
        'init terminating in do_boot',
        'Could not start application',
        'application_start_failure',
        'No space left on device',
      ],
    }),
  ),
  actions: evidence => [{ title: 'Read the last lines of the container.', commands: [tailLogs(evidence)], prop: null }],
};

/** Whoever is told to read the log finds the line here that most likely says why. */
function failedWithLastWords(evidence: Evidence): readonly Clue[] {
  const { logTail } = evidence;
  const clues = failed(evidence);
  if (logTail.length === 0 || clues.length === 0) return clues;
  const [error] = errorsIn(logTail);
  const line = error ?? logTail[logTail.length - 1];
  return [
    // An error that no signature knows has a cause of its own, which the exit code does not tell.
    ...error === undefined ? clues : atMost('possible', clues),
    {
      confidence: 'possible',
      source: 'log',
      quote: quoteWords(line, 0, line.length),
      says: error ? 'the last error in its log' : 'the last line of its log',
    },
  ];
}

const exited = inStopReason({
  sure: 'possible',
  says: 'a container exited; ECS gives no exit code',
  words: ['Essential container in task exited'],
});

function failed(evidence: Evidence): readonly Clue[] {
  const code = exitCodeOf(evidence);
  if (code === undefined || wasAskedToStop(evidence)) return [];
  if (code === SIGTERM) return [exitClue(evidence, 'possible', 'SIGTERM ended it, and no stop request is known')];
  const confidence = helperThatEndedFirst(evidence) ? 'possible' : 'likely';
  return TELLING.includes(code) ? [] : [exitClue(evidence, confidence, 'the program reported a failure')];
}
