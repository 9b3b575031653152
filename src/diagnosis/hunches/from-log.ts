import { LOG_TOPICS } from './log-topics';
import type { CauseId } from '../../causes/catalogue';
import type { Evidence } from '../../evidence/model/evidence';
import { memoized } from '../../memoized';
import { anyOf, anyWordOf } from '../matching/any-of';
import { readLogLine } from '../matching/log-line';
import type { Clue, Signature } from '../model/signature';

/** A cause that general words point to where no known message does; never more than possible. */
export interface Hunch {
  readonly cause: CauseId;
  readonly clue: Clue;
}

const LAST_LINES = 60;
const MOST_ERRORS = 6;
const LONGEST = 600;

/** How programs of any language say that something went wrong. */
const ERROR = anyOf(
  'err(?:or)?\\b', '\\w(?:Error|Exception)\\b',
  anyWordOf(
    'fatal', 'fail(?:ed|ure|s)?', 'panic\\w*', 'exception', 'traceback', 'denied', 'refused', 'invalid', 'missing',
    'abort\\w*', 'killed', 'unhandled', 'uncaught', 'crash\\w*', 'critical', 'emerg', 'timed out', 'disconnected',
    'unexpected', 'illegal', 'reject\\w*', 'forbidden', 'unauthori[sz]ed', 'expired', 'mismatch', 'corrupt\\w*',
    'unreachable', 'giving up', 'gave up', 'no such', 'cannot', "can't", "could(?: not|n't)", 'unable',
    'not (?:found|set|defined|supported|permitted|allowed|installed|provided|configured|available)',
  ).source,
);
/** Lines of a stack trace repeat the names of functions, and say nothing of the fault. */
const OF_A_STACK = /^\s*(?:at |File "|\.{3} \d+ more|from \S+:\d+:in |#\d+ |goroutine \d)/;

/**
 * What the errors in a log may be of, the last one first; next to what one sounds like most, it may be an error of nobody
 * else.
 */
export function fromLog({ logTail }: Evidence, signatures: readonly Signature[]): readonly Hunch[] {
  const errors = errorsIn(logTail);
  const [soundsMost, ...others] = errors.flatMap(line => causesOf(line, signatures)
    .map(cause => hunch(cause, line, 'it sounds like this; no message that is known here fits')));
  const unknown = errors.slice(0, 1)
    .map(line => hunch('exit/application-error', line, 'the application reports an error that is not known here'));
  return [...soundsMost ? [soundsMost] : [], ...unknown, ...others];
}

/** The causes whose topics the line speaks of, the more telling topic first. */
const causesOf = (line: string, signatures: readonly Signature[]): readonly CauseId[] => LOG_TOPICS
  .filter(({ words }) => words.every(word => word.test(line)))
  .flatMap(({ name }) => signatures.filter(({ logTopics }) => logTopics?.includes(name)).map(({ cause }) => cause));

const hunch = (cause: CauseId, line: string, says: string): Hunch => ({
  cause,
  clue: { confidence: 'possible', source: 'log', quote: line.trim(), says },
});

/** The last errors of a log, the very last one first; several ask for those of one and the same log. */
export const errorsIn = memoized((logTail: readonly string[]): readonly string[] => {
  const texts = logTail.slice(-LAST_LINES).filter(line => ERROR.test(line) && !OF_A_STACK.test(line)).flatMap(readLogLine);
  const errors = texts.filter(({ text, loudness }) => loudness === 'loud' && text.length <= LONGEST && ERROR.test(text));
  return errors.slice(-MOST_ERRORS).reverse().map(({ text }) => text);
});
