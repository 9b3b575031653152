import { SIGBUS, SIGFPE, SIGILL, SIGSEGV } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { tailLogs } from '../../advice/commands';
import { showPlatforms } from '../../advice/resource-commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { inLog, logMayHold, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** Native code crashed. */
export const exitSegfault: Signature = {
  cause: 'exit/segfault',
  atBest: 'certain',
  retriable: null,
  says: 'The process crashed in native code (SIGSEGV). First check native modules that were built for another libc or '
    + 'CPU architecture (glibc or musl, amd64 or arm64). Then check libraries that changed recently.',
  toConfirm: 'Run the image on the same platform, and check where its native modules were built. '
    + 'If it fails in the same way, or a module was built for another platform, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  oftenConfused: ['start/exec-format', 'exit/application-error'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [{ exitCode: 139 }, { stoppedReason: 'Essential container in task exited', exitCode: 139 }],
  clues: together(
    crashed,
    inLog({
      sure: 'likely',
      says: 'the process crashed in native code',
      words: [
        'Segmentation fault',
        'SIGSEGV',
        'signal: segmentation',
      ],
    }),
  ),
  actions: evidence => [
    { title: 'Read the last lines of the container.', commands: [tailLogs(evidence)], prop: null },
    { title: 'Check which platforms the image was built for.', commands: [showPlatforms(evidence)], prop: 'image' },
  ],
};

/** 128 and the number of the signal; programs hardly ever end so by themselves. */
const SIGNALS: ReadonlyMap<number, string> = new Map([[SIGILL, 'SIGILL'], [SIGBUS, 'SIGBUS'], [SIGFPE, 'SIGFPE']]);

/**
 * A runtime aborts after an exception that nothing handles, but the kernel sends no SIGABRT to the first process of a container: the C
 * library then crashes on purpose, which ends it with SIGSEGV.
 */
const isAborted = logMayHold('Unhandled exception. ', 'Unhandled Exception: ', 'terminate called after throwing');
/** An exception of .NET in the log may be that one. */
const mayBeAborted = logMayHold(' at System.', ' at Microsoft.');

function crashed(evidence: Evidence): readonly Clue[] {
  const code = exitCodeOf(evidence) ?? 0;
  if (code === SIGSEGV && isAborted(evidence)) return [];
  if (code === SIGSEGV) return [exitClue(evidence, mayBeAborted(evidence) ? 'possible' : 'certain', '139 is SIGSEGV')];
  const signal = SIGNALS.get(code);
  return signal === undefined ? [] : [exitClue(evidence, 'likely', `${code} is ${signal}`)];
}
