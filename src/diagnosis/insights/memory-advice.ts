import type { Evidence } from '../../evidence/model/evidence';
import { tailLogs } from '../advice/commands';
import { containerSettingsOf } from '../advice/container-settings';
import { moreMemory, whole } from '../advice/larger-size';
import type { MemoryHistory, MemoryPattern } from '../clues/memory-pattern';
import type { Action } from '../model/diagnosis';

/** What each pattern means, in words for the person who has to act on it. */
const SUMMARIES: Readonly<Record<MemoryPattern, string>> = {
  'at-the-limit': 'Memory was always near the limit. Increase the memory of the task.',
  'growing': 'Memory grew slowly until then, as with a leak. More memory only delays the next stop. Find the leak.',
  'spike': 'Memory was far below the limit and then jumped. Limit the concurrent work (size of a request or batch, number of '
    + 'workers), or increase the memory for the peak.',
  'below-the-limit': 'The metric never showed memory near the limit. The increase was faster than the metric, or the container has '
    + 'its own lower limit.',
};

/** Why the container was killed, with what the pattern means; undefined without a pattern. */
export const summaryOf = (pattern: MemoryPattern | undefined): string | undefined =>
  pattern && `The container used more memory than its limit, and the kernel killed it. ${SUMMARIES[pattern]}`;

/** What to do about this history of the memory. */
export const remediesOf = (evidence: Evidence, history: MemoryHistory): readonly Action[] =>
  [...ownLimit(evidence), ...REMEDIES[history.pattern](evidence, history)];

const REMEDIES: Readonly<Record<MemoryPattern, (evidence: Evidence, history: MemoryHistory) => readonly Action[]>> = {
  'at-the-limit': evidence => [moreMemory(evidence, 'Increase the task memory')],
  'growing': evidence => [
    { title: 'Take two heap profiles of a running task, one hour apart, and compare them.', commands: [], prop: null },
    moreMemory(evidence, 'Until you find the leak, increase the memory'),
  ],
  'spike': (evidence, { highestAt }) => [
    {
      title: `Read in the log what the application did at ${highestAt.slice(0, 16).replace('T', ' ')} UTC, when memory jumped. Limit it.`,
      commands: [tailLogs(evidence)],
      prop: null,
    },
    moreMemory(evidence, 'If you cannot limit it, increase the memory for the peak'),
  ],
  'below-the-limit': evidence => [
    {
      title: 'Read in the log what the application did just before the stop, and limit that work.',
      commands: [tailLogs(evidence)],
      prop: null,
    },
    moreMemory(evidence, 'If you cannot limit it, increase the memory of the task'),
  ],
};

/** A container may have less than the task, and then the task's size is not what was reached. */
function ownLimit(evidence: Evidence): readonly Action[] {
  const { name, memory } = containerSettingsOf(evidence) ?? {};
  const ofTask = whole(evidence.task.memory);
  if (memory === undefined || ofTask === undefined || memory >= ofTask) return [];
  return [
    {
      title: `Increase the limit of container ${name}: it can use only ${memory} MiB of the ${ofTask} MiB of the task.`,
      commands: [],
      prop: null,
    },
  ];
}
