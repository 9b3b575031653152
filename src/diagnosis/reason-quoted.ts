import type { QuotedClue } from './model/diagnosis';
import type { Evidence } from '../evidence/model/evidence';

/** The clues with the words in which ECS gave its reason, where none of them quotes these. */
export function withReasonQuoted(clues: readonly QuotedClue[], { task, change }: Evidence, most: number): readonly QuotedClue[] {
  const given = [
    { source: 'stoppedReason', quote: task.stoppedReason },
    { source: `${change?.kind ?? 'service'} event`, quote: change?.reason },
    ...task.containers.map(({ name, reason }) => ({ source: name ? `container ${name}` : 'container', quote: reason })),
  ];
  const unquoted = given.flatMap(({ source, quote }) =>
    quote === undefined || SAYS_NOTHING.test(quote) || clues.some(clue => quotes(clue.quote, quote))
      ? []
      : [{ source, quote, says: SAYS }]);
  return [...clues.slice(0, most - Math.min(1, unquoted.length)), ...unquoted.slice(0, 1)];
}

const SAYS = 'ECS reported this reason';

/** What ECS says of every task whose container ended. */
const SAYS_NOTHING = /^(?:\s*(?:Essential container in task exited|Task failed to start))?\W*$/i;

const quotes = (quote: string, reason: string): boolean => reason.includes(quote) || quote.includes(reason);
