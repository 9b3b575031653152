import { SIGKILL } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { memoryBeforeStop } from '../../advice/commands';
import { moreMemory } from '../../advice/larger-size';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { wasAskedToStop } from '../../clues/stop-request';
import { quoteLine } from '../../matching/quote';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The container used more memory than it may. */
export const memoryContainerLimit: Signature = {
  cause: 'memory/container-limit',
  atBest: 'certain',
  retriable: false,
  says: 'The container used more memory than its limit, and the kernel killed it. Check the memory metric. Always near '
    + 'the limit: increase memory. Slow growth: look for a leak. Spike: limit concurrent work.',
  toConfirm: 'Compare the memory metric of the service with the limit just before the stop. '
    + 'A value near the limit confirms it; a low value indicates a sudden allocation.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  oftenConfused: ['exit/killed', 'memory/app-heap'],
  onlyLogTellsApart: true,
  stopFamilies: { memory: 1 },
  consolePages: ['log'],
  suspectChanges: ['memory', 'image', 'environment'],
  seenIn: [
    { containerReason: 'OutOfMemoryError: container killed due to memory usage', exitCode: 137 },
    { containerReason: 'OutOfMemoryError: Container killed due to memory usage', exitCode: 1 },
  ],
  clues: evidence => {
    const told = [...words(evidence), ...killedAtTheEnd(evidence)];
    return told.some(({ confidence }) => confidence === 'certain') ? told : [...told, ...code137(evidence)];
  },
  actions: evidence => [
    { title: 'Check the memory of the service just before the stop.', commands: [memoryBeforeStop(evidence)], prop: null },
    moreMemory(evidence, 'If the memory grew to the limit, increase the task memory'),
  ],
};

const words = together(
  inStopReason({
    sure: 'certain',
    says: 'the kernel killed the container because of its memory use',
    words: [
      'OutOfMemoryError',
      'killed due to memory usage',
      'OOMKilled',
      'OOM-killed',
    ],
    unless: ['Java heap', 'java.lang'],
  }),
  inLog(
    {
      sure: 'likely',
      says: 'the kernel killed a process of the container',
      words: [
        'Killed process … total-vm',
        'Memory cgroup out of memory',
        'oom-kill',
        'was sent SIGKILL! Perhaps out of memory',
        'was terminated due to signal 9',
        '(signal: 9, SIGKILL)',
        'signal SIGKILL',
        'exited with code 137',
        'OOMKilled',
        'OOM(-| )kill',
        'terminated by signal 9',
        '(exited on|with|prematurely:|killed by) (|\')signal 9',
        'died with <Signals.SIGKILL',
        'terminated by SIGKILL',
        ': signal: killed',
        'killed by signal: Killed',
      ],
    },
    {
      sure: 'possible',
      says: 'memory ran out inside the container',
      words: [
        'line #: # Killed',
        'Cannot allocate memory',
        'MemoryError',
        'std::bad_alloc',
        'out of memory',
        'ENOMEM',
        'MALLOC_',
        'process pool was terminated abruptly',
      ],
    },
  ),
);

/** SIGKILL is what the kernel sends, but it is not the only one who does. */
function code137(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== SIGKILL || wasAskedToStop(evidence)) return [];
  return [exitClue(evidence, 'possible', 'an unrequested SIGKILL is usually a memory limit')];
}

/** What a shell or npm writes of a process that SIGKILL ended, and what stands in the last lines only. */
function killedAtTheEnd({ logTail }: Evidence): readonly Clue[] {
  const line = logTail.slice(-LAST_LINES).find(text => KILLED.test(text));
  if (line === undefined) return [];
  const quote = quoteLine(line, 0, line.length);
  return [{ confidence: 'possible', source: 'log', quote, says: 'a process was killed, usually for its memory' }];
}

const LAST_LINES = 12;

const KILLED = new RegExp([
  String.raw`(?:^|\]:? |\d:? |[\w.-]: )Killed(?:\s{2,40}\S.{0,200})?$`,
  String.raw`\b(?:errno|npm err(?:or|!) code|exit(?:ed)?(?: with)?(?: code| status)|exit ?code|status)[:=]? 137\b`,
].join('|'), 'i');
