import type { QuotedClue } from './model/diagnosis';
import type { Evidence } from '../evidence/model/evidence';

const LONGEST = 240;
const AROUND = 100;
/** So much stands before the words in any case. */
const BEFORE = 30;

/** The clues with enough of the text around their words to be understood by somebody who has not seen it, and each text quoted once. */
export function inContext(clues: readonly QuotedClue[], evidence: Evidence): readonly QuotedClue[] {
  const texts = textsOf(evidence);
  const widened = clues.map(clue => ({ ...clue, quote: widen(clue.quote, texts) }));
  return widened.filter((_, index) => !widened.slice(0, index).some(stronger => stronger.quote.includes(clues[index].quote)));
}

const textsOf = ({ task, change, serviceEvents, logTail }: Evidence): readonly string[] =>
  [task.stoppedReason, ...task.containers.map(({ reason }) => reason), change?.reason]
    .filter(text => text !== undefined).concat(serviceEvents, logTail);

/** A short text is quoted whole, of a long one the neighbourhood; never a part of a word. */
function widen(quote: string, texts: readonly string[]): string {
  const text = texts.find(whole => whole.includes(quote));
  if (text === undefined || text.length <= LONGEST) return text ?? quote;
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const from = start <= AROUND ? 0 : beginOfPart(text, text.indexOf(' ', start - AROUND) + 1, start - BEFORE);
  const to = end + AROUND >= text.length ? text.length : text.lastIndexOf(' ', end + AROUND);
  return text.slice(from > 0 || start <= AROUND ? Math.min(from, start) : start, Math.max(to, end));
}

/** Where the next part of a message begins, such as `AccessDeniedException: …` after `service call has been retried 1 time(s): `. */
function beginOfPart(text: string, from: number, latest: number): number {
  if (text.startsWith(': ', from - 2)) return from;
  const colon = text.indexOf(': ', from);
  return colon < 0 || colon + 2 > latest ? from : colon + 2;
}
