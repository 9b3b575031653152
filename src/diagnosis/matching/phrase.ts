import { markDecisive, patternIdOf } from './vocabulary';

/**
 * Words that a message is known by, in the wording of the message.
 *
 * `…` stands for up to 600 characters, `#` for a number, `(a|b)` for either. A gap in the phrase is any gap in the text,
 * a quotation mark is any quotation mark, and case does not count.
 */
export interface Phrase {
  /** The ids of the parts without a variable, longest first: a text that lacks one of them cannot hold the phrase. */
  readonly patterns: readonly number[];
  readonly expression: RegExp;
}

const SHORTEST = 3;

/** Compiles the words of a message; a choice makes several phrases of them. */
export const phrases = (words: readonly string[]): readonly Phrase[] => words.flatMap(spellOut).map(compile);

/** Compiles words for which a line of a log is read: one without the longest part of any of them need not be. */
export function decisivePhrases(words: readonly string[]): readonly Phrase[] {
  const compiled = phrases(words);
  for (const { patterns } of compiled) markDecisive(patterns[0]);
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
  const searchable = parts.filter(part => part.length >= SHORTEST).sort((a, b) => b.length - a.length);
  if (searchable.length === 0) throw new Error(`the phrase '${words}' has no part of at least ${SHORTEST} characters to search by`);
  return new PhraseOf(words, searchable.map(patternIdOf));
}

/** Makes its expression when it is first asked for: of thousands of phrases, a stop needs a few. */
class PhraseOf implements Phrase {
  private made?: RegExp;

  constructor(private readonly words: string, public readonly patterns: readonly number[]) {}

  public get expression(): RegExp {
    return this.made ??= new RegExp(expressionOf(this.words), 'i');
  }
}

/** A word in capitals, such as an errno, is a word of its own: a FileNotFoundError is no ENOTFOUND. */
const expressionOf = (words: string): string =>
  (/^[A-Z]{2}/.test(words) ? '(?<![a-z])' : '') + words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ +/g, '\\s{1,40}')
    .replace(/["'`]/g, '\\\\?["\'`\u2018-\u201f]')
    .replace(/#/g, '\\d+')
    .replace(/(?:\\s\{1,40\})?…(?:\\s\{1,40\})?/g, '[^]{0,600}?');
