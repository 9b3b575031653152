import { describeTaskDefinition } from '../../advice/commands';
import { moreMemory } from '../../advice/larger-size';
import { fields } from '../../advice/query';
import { speaksPlaintextToTls } from '../../clues/plaintext-to-tls';
import { atMost, inLog, inStopReason, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The runtime of the language ran out of the memory it allows itself. */
export const memoryAppHeap: Signature = {
  cause: 'memory/app-heap',
  atBest: 'certain',
  retriable: false,
  says: 'The application reached the heap limit of its runtime, which is below the memory limit of the container. Set '
    + 'the heap size relative to the container memory (JVM: -XX:MaxRAMPercentage=75, Node: '
    + 'NODE_OPTIONS=--max-old-space-size). Then look for a leak.',
  toConfirm: 'Compare the heap options of the application with the memory of the container. '
    + 'If the heap limit is far below the memory, the limit is the cause; otherwise, look for a leak.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['memory/container-limit', 'exit/abort'],
  onlyLogTellsApart: true,
  logTopics: ['heap'],
  consolePages: ['log'],
  suspectChanges: ['memory', 'image', 'environment'],
  seenIn: [
    { log: ['FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory'], exitCode: 134 },
    { log: ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'] },
    { log: ['Exception in thread "main" java.lang.OutOfMemoryError: Java heap space'] },
    { log: ['java.lang.OutOfMemoryError: Metaspace'] },
    {
      log: [
        'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes) in '
          + '/var/www/html/index.php on line 3',
      ],
    },
  ],
  clues: evidence => speaksPlaintextToTls(evidence) ? atMost('possible', fullHeap(evidence)) : fullHeap(evidence),
  actions: evidence => [
    {
      title: 'Compare the heap options with the memory of the container.',
      commands: [
        `${describeTaskDefinition(evidence)} --query `
          + `'taskDefinition.{memory:memory,containerDefinitions:containerDefinitions[].${fields('name', 'memory', 'command')}}'`,
      ],
      prop: 'environment',
    },
    moreMemory(evidence, 'If the application needs more memory, increase the task memory'),
  ],
};

const fullHeap = together(
  inStopReason({
    sure: 'certain',
    says: 'the heap of the runtime is full',
    words: [
      'java.lang.OutOfMemoryError',
      'Java heap space',
      'JavaScript heap out of memory',
    ],
  }),
  inLog(
    {
      sure: 'certain',
      says: 'the heap of the runtime is full',
      words: [
        'JavaScript heap out of memory',
        'FATAL ERROR: … heap',
        'OutOfMemoryError: Java heap space',
        'OutOfMemoryError: Metaspace',
        'OutOfMemoryError: GC overhead',
        'OutOfMemoryError: Direct buffer',
        'Allowed memory size of',
        'Terminating due to java.lang.OutOfMemoryError',
        'fatal error: runtime: out of memory',
      ],
    },
    {
      sure: 'likely',
      says: 'the runtime could not get memory',
      words: [
        'Last few GCs',
        'OutOfMemoryError: unable to create',
        'java.lang.OutOfMemoryError',
        'System.OutOfMemoryException',
        'NoMemoryError',
        'insufficient memory for the Java Runtime',
        'Initial heap size set to a larger value',
        'Could not reserve enough space',
        'is greater than … available for allocation: -XX',
        'unable to calculate memory configuration',
        'Native memory allocation (mmap) failed',
        'eheap_alloc: Cannot allocate',
      ],
    },
  ),
);
