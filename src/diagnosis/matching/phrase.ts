import { Needles } from './needles';

/**
 * Words that a message is known by, in the wording of the message.
 *
 * `…` stands for up to 600 characters, `#` for a number, `(a|b)` for either. A gap in the phrase is any gap in the text,
 * a quotation mark is any quotation mark, and case does not count.
 */
export interface Phrase {
  /** The id of the longest part without a variable: a text that lacks it cannot hold the phrase. */
  readonly needle: number;
  readonly pattern: RegExp;
}

/** Every needle of every phrase, so that a text is searched once for all of them. */
export const VOCABULARY = new Needles();

/** Compiles the words of a message; a choice makes several phrases of them. */
export const phrases = (words: readonly string[]): readonly Phrase[] => words.flatMap(spellOut).map(compile);

function spellOut(words: string): readonly string[] {
  const choice = /\(([^()|]*(?:\|[^()|]*)+)\)/.exec(words);
  if (!choice) return [words];
  const [whole, options] = choice;
  return options.split('|').flatMap(option => spellOut(words.replace(whole, () => option)));
}

function compile(words: string): Phrase {
  const [needle] = words.split(/[…#]/).map(part => part.trim()).sort((a, b) => b.length - a.length);
  if (needle.length < 3) throw new Error(`the phrase '${words}' has no part of at least 3 characters to search by`);
  return { needle: VOCABULARY.idOf(needle), pattern: new RegExp(patternOf(words), 'i') };
}

const patternOf = (words: string): string =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ +/g, '\\s+')
    .replace(/["'`]/g, '\\\\?["\'`\u2018-\u201f]')
    .replace(/#/g, '\\d+')
    .replace(/(?:\\s\+)?…(?:\\s\+)?/g, '[^]{0,600}?');
