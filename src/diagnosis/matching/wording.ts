import type { Confidence } from '../diagnosis';
import type { Evidence } from '../evidence';
import type { Clue } from '../signature';
import { readingOf, type Passage, type Passages } from './passages';
import { phrases, type Phrase } from './phrase';
import { quoteLine, quoteWords } from './quote';

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

/** All clues of several readers. */
export const together = (...readers: readonly Reader[]): Reader => evidence => readers.flatMap(read => read(evidence));

/** The same clues, each at most as sure as this. */
export const atMost = (limit: Confidence, clues: readonly Clue[]): readonly Clue[] =>
  clues.map(clue => ORDER.indexOf(clue.confidence) < ORDER.indexOf(limit) ? { ...clue, confidence: limit } : clue);

const ORDER: readonly Confidence[] = ['certain', 'likely', 'possible'];

type Quote = (text: string, start: number, end: number) => string;

function reader(wordings: readonly Wording[], passagesOf: (evidence: Evidence) => Passages, quote: Quote): Reader {
  const compiled = wordings.map(wording => ({ ...wording, phrases: phrases(wording.words), unless: phrases(wording.unless ?? []) }));
  return evidence => {
    const passages = passagesOf(evidence);
    return compiled.flatMap(wording => {
      const found = lastMatch(wording.phrases, wording.unless, passages);
      if (!found) return [];
      const confidence = found.weak ? weaker(wording.sure) : wording.sure;
      return [{ confidence, source: found.source, quote: quote(found.text, found.start, found.end), says: wording.says }];
    });
  };
}

interface Match extends Passage {
  readonly start: number;
  readonly end: number;
}

function lastMatch(wanted: readonly Phrase[], unless: readonly Phrase[], { all, heard }: Passages): Match | undefined {
  const audible = wanted.filter(({ needle }) => heard[needle] === 1);
  if (audible.length === 0) return undefined;
  const contrary = unless.filter(({ needle }) => heard[needle] === 1);

  let best: Match | undefined;
  for (const passage of all) {
    const match = firstMatch(audible, passage);
    if (match && !contrary.some(({ pattern }) => pattern.test(passage.text)) && (!best || best.weak || !match.weak)) best = match;
  }
  return best;
}

function firstMatch(wanted: readonly Phrase[], passage: Passage): Match | undefined {
  for (const { pattern } of wanted) {
    const match = pattern.exec(passage.text);
    if (match) return { ...passage, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const weaker = (confidence: Confidence): Confidence => confidence === 'certain' ? 'likely' : 'possible';
