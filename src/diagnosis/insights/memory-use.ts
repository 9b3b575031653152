import { remediesOf, summaryOf } from './memory-advice';
import type { Evidence } from '../../evidence/model/evidence';
import { type MemoryHistory, memoryHistoryOf, type MemoryPattern } from '../clues/memory-pattern';
import type { Insight } from '../model/insight';
import type { Clue } from '../model/signature';

/** So near the limit, SIGKILL that nobody asked for needs no other explanation. */
const AT_THE_LIMIT = 90;
const A_MINUTE = 60_000;

/** What the memory metric says of a container that was killed for its memory, or perhaps was. */
export const memoryUse: Insight = {
  causes: ['memory/container-limit'],
  reads: ['stop', 'memoryUse'],
  deepens: true,
  isGiven: evidence => historyOf(evidence) !== undefined,
  clues: (evidence, _cause, said) => said.length === 0 ? [] : historyClue(evidence),
  says: evidence => summaryOf(historyOf(evidence)?.pattern),
  actions: (evidence, usual) => {
    const history = historyOf(evidence);
    return history ? remediesOf(evidence, history) : usual;
  },
};

/** What the metric says against memory as the reason. */
export const killedBelowTheLimit: Insight = {
  causes: ['exit/killed'],
  reads: ['stop', 'memoryUse'],
  isGiven: evidence => historyOf(evidence)?.pattern === 'below-the-limit',
  clues: (evidence, _cause, said) => said.length === 0 ? [] : historyClue(evidence),
  says: () => undefined,
  actions: (_evidence, usual) => usual,
};

/** The metric over the life of the task: what came after is another task's. */
function historyOf({ memoryUse: points = [], task: { startedAt, stoppingAt, stoppedAt }, time }: Evidence): MemoryHistory | undefined {
  if (points.length === 0) return undefined;
  const end = Date.parse(stoppingAt ?? stoppedAt ?? time ?? '');
  const before = points.filter(point => !(Date.parse(point.time) > end + A_MINUTE));
  const own = before.filter(point => !(Date.parse(point.time) < Date.parse(startedAt ?? '')));
  return memoryHistoryOf(own) ?? memoryHistoryOf(before);
}

function historyClue(evidence: Evidence): readonly Clue[] {
  const history = historyOf(evidence);
  if (!history) return [];
  const { pattern, highest } = history;
  return [{
    confidence: pattern !== 'below-the-limit' && highest >= AT_THE_LIMIT ? 'likely' : 'possible',
    source: 'memory metric',
    quote: `${IN_NUMBERS[pattern](history)} ${ofLimit(evidence)}within ${history.minutes} min`,
    says: IN_WORDS[pattern],
  }];
}

const ofLimit = ({ task: { memory } }: Evidence): string => memory && /^\d+$/.test(memory) ? `of ${memory} MiB ` : '';

const percent = (value: number): string => `${Math.round(value)} %`;

const IN_NUMBERS: Readonly<Record<MemoryPattern, (history: MemoryHistory) => string>> = {
  'at-the-limit': ({ lowest, highest }) => `${percent(lowest)} to ${percent(highest)}`,
  'growing': ({ first, last }) => `${percent(first)} → ${percent(last)}`,
  'spike': ({ median, highest }) => `typically ${percent(median)}, at most ${percent(highest)}`,
  'below-the-limit': ({ highest }) => `at most ${percent(highest)}`,
};

const IN_WORDS: Readonly<Record<MemoryPattern, string>> = {
  'at-the-limit': 'memory was always near the limit',
  'growing': 'memory grew slowly, as with a leak',
  'spike': 'memory was far below the limit and then jumped',
  'below-the-limit': 'the metric never showed memory near the limit',
};
