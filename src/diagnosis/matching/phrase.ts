import { Needles } from './multi-pattern-search';

/**
 * Words that a message is known by, in the wording of the message.
 *
 * `…` stands for up to 600 characters, `#` for a number, `(a|b)` for either. A gap in the phrase is any gap in the text,
 * a quotation mark is any quotation mark, and case does not count.
 */
export interface Phrase {
  /** The ids of the parts without a variable, longest first: a text that lacks one of them cannot hold the phrase. */
  readonly needles: readonly number[];
  readonly pattern: RegExp;
}

/** Every needle of every phrase, so that a text is searched once for all of them. */
export const VOCABULARY = new Needles();

/** The longest needle of each phrase that somebody looks for: a line of a log without any of them need not be read. */
export const TELLING = new Set<number>();

const SHORTEST = 3;

/** Compiles the words of a message; a choice makes several phrases of them. */
export const phrases = (words: readonly string[]): readonly Phrase[] => words.flatMap(spellOut).map(compile);

/** Compiles words for which every text is searched. */
export function tellingPhrases(words: readonly string[]): readonly Phrase[] {
  const compiled = phrases(words);
  for (const { needles } of compiled) TELLING.add(needles[0]);
  return compiled;
}

function spellOut(words: string): readonly string[] {
  const choice = /\(([^()|]*(?:\|[^()|]*)+)\)/.exec(words);
  if (!choice) return [words];
  const [whole, options] = choice;
  return options.split('|').flatMap(option => spellOut(words.replace(whole, () => option)));
}

function compile(words: string): Phrase {
  const parts = words.split(/[…#]/).map(part => part.trim());
  const needles = parts.filter(part => part.length >= SHORTEST).sort((a, b) => b.length - a.length);
  if (needles.length === 0) throw new Error(`the phrase '${words}' has no part of at least ${SHORTEST} characters to search by`);
  return { needles: needles.map(needle => VOCABULARY.idOf(needle)), pattern: new RegExp(patternOf(words), 'i') };
}

/** A word in capitals, such as an errno, is a word of its own: a FileNotFoundError is no ENOTFOUND. */
const patternOf = (words: string): string =>
  (/^[A-Z]{2}/.test(words) ? '(?<![a-z])' : '') + words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ +/g, '\\s+')
    .replace(/["'`]/g, '\\\\?["\'`\u2018-\u201f]')
    .replace(/#/g, '\\d+')
    .replace(/(?:\\s\+)?…(?:\\s\+)?/g, '[^]{0,600}?');
