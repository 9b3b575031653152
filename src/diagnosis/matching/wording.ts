import { readingOf, type Passage, type Passages } from './passages';
import { phrases, decisivePhrases, type Phrase } from './phrase';
import { quoteLine, quoteWords } from './quote';
import { registerReader } from './vocabulary';
import type { Evidence } from '../../evidence/model/evidence';
import { weaker } from '../model/confidence';
import type { Confidence } from '../model/diagnosis';
import type { Clue } from '../model/signature';

/** Words that point to a cause, and how surely they do. */
export interface Wording {
  readonly sure: Confidence;
  /** What the words say, as the end of “this says that …”. */
  readonly says: string;
  /** In the notation of `Phrase`; any of them will do. */
  readonly words: readonly string[];
  /** Words beside which the others mean something else. */
  readonly unless?: readonly string[];
}

/** Reads clues out of the evidence. */
export type Reader = (evidence: Evidence) => readonly Clue[];

/** Looks for words in what ECS says of the stop: of the task, its containers and attachments, or the deployment. */
export const inStopReason = (...wordings: readonly Wording[]): Reader =>
  reader(wordings, evidence => readingOf(evidence).stop, quoteWords);

/** Looks for words in the events of the service. */
export const inServiceEvents = (...wordings: readonly Wording[]): Reader =>
  reader(wordings, evidence => readingOf(evidence).events, quoteWords);

/** Looks for words in the log, and quotes the last line that has them: the one nearest to the end. */
export const inLog = (...wordings: readonly Wording[]): Reader =>
  reader(wordings, evidence => readingOf(evidence).log, quoteLine);

/** Whether any of these words can occur in the log: a cheap question before an expensive one. */
export function logMayHold(...words: readonly string[]): (evidence: Evidence) => boolean {
  const wanted = decisivePhrases(words);
  return evidence => wanted.some(phrase => mayOccur(phrase, readingOf(evidence).log.found));
}

/** All clues of several readers. Nearly every one of them finds nothing, and makes nothing then. */
export const together = (...readers: readonly Reader[]): Reader => evidence => {
  let found = NO_CLUES;
  for (const read of readers) {
    const clues = read(evidence);
    if (clues.length > 0) found = [...found, ...clues];
  }
  return found;
};

/** The same clues, each at most as sure as this. */
export const atMost = (limit: Confidence, clues: readonly Clue[]): readonly Clue[] =>
  clues.map(clue => ({ ...clue, confidence: weaker(clue.confidence, limit) }));

const NO_CLUES: readonly Clue[] = [];

type Quote = (text: string, start: number, end: number) => string;

function reader(wordings: readonly Wording[], passagesOf: (evidence: Evidence) => Passages, quote: Quote): Reader {
  const compiled = wordings.map(compile);
  const self = registerReader(compiled.flatMap(({ patterns }) => [...patterns]));
  return evidence => {
    const passages = passagesOf(evidence);
    if (passages.concerned[self] !== 1) return NO_CLUES;
    const candidates = compiled.filter(({ patterns }) => occurs(patterns, passages.found));
    return candidates.length === 0 ? NO_CLUES : candidates.flatMap(({ sure, says, wanted, unless }) => {
      const found = lastMatch(wanted, unless, passages);
      if (!found) return [];
      return [{ confidence: weaker(sure, found.limit), source: found.source, quote: quote(found.text, found.start, found.end), says }];
    });
  };
}

/** A wording with its phrases, and the patterns of which one must occur before it is worth to look closer. */
interface Compiled extends Pick<Wording, 'sure' | 'says'> {
  readonly wanted: readonly Phrase[];
  readonly unless: readonly Phrase[];
  readonly patterns: Uint16Array;
}

function compile({ sure, says, words, unless = [] }: Wording): Compiled {
  const wanted = decisivePhrases(words);
  const patterns = new Set(wanted.map(phrase => phrase.patterns[0]));
  return { sure, says, wanted, unless: phrases(unless), patterns: Uint16Array.from(patterns) };
}

function occurs(patterns: Uint16Array, found: Uint8Array): boolean {
  for (let index = 0; index < patterns.length; index++) {
    if (found[patterns[index]] === 1) return true;
  }
  return false;
}

interface Match extends Passage {
  readonly start: number;
  readonly end: number;
}

function lastMatch(wanted: readonly Phrase[], unless: readonly Phrase[], { all, found }: Passages): Match | undefined {
  const possible = wanted.filter(phrase => mayOccur(phrase, found));
  if (possible.length === 0) return undefined;
  const contrary = unless.filter(phrase => mayOccur(phrase, found));

  let best: Match | undefined;
  for (const passage of all) {
    const match = firstMatch(possible, passage);
    const isContrary = match && contrary.some(({ expression }) => expression.test(passage.text));
    if (match && !isContrary && (!best || weaker(best.limit, match.limit) === best.limit)) best = match;
  }
  return best;
}

const mayOccur = ({ patterns }: Phrase, found: Uint8Array): boolean => patterns.every(pattern => found[pattern] === 1);

function firstMatch(wanted: readonly Phrase[], passage: Passage): Match | undefined {
  for (const { expression } of wanted) {
    const match = expression.exec(passage.text);
    if (match) return { ...passage, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
