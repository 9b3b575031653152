import { kindOf } from './kind-of-secret';
import type { Marks } from './marks/marks';
import { withoutValuesBeforeNames } from './value-before-name';
import { valueAfter } from './values/value-after';
import { hintsOf, secretName } from '../../aws/secret-names';

/** Beyond this, a name is none. */
const LONGEST_NAME = 80;

/** Backwards from where it is asked to. */
const NAME_BEFORE = /(?<=([\p{L}\p{N}\p{M}_.$-]{0,80}))/uy;
const NAME_AFTER = /[\p{L}\p{N}\p{M}_.$-]*/uy;

/** Two words that are one name in a sentence: `API key`, `secret access key`. */
const WORDS_BEFORE = /(?:\b[A-Za-z]{2,12} )?\b[A-Za-z]{2,12} $/;

interface Name { readonly name: string; readonly start: number; readonly end: number }

/** These scripts have no blanks between words: the name ends where the word for a secret does. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u;

/** The text without the values of what has the name of a secret, whatever stands between the two. */
export function withoutNamedSecrets(given: string, marks: Marks): string {
  const text = withoutValuesBeforeNames(given, marks);
  let [rest, from, seen] = ['', 0, 0];
  for (const { index, 0: hint } of hintsOf(text)) {
    if (index < seen) continue;
    const found = nameAround(text, index, hint.length);
    seen = found.end;
    const certainty = secretName(found.name);
    const value = certainty && valueAfter(text, found, certainty);
    if (value === undefined || value.start < from) continue;
    rest += text.slice(from, value.start) + marks.hide(kindOf(found.name), text.slice(value.start, value.end));
    seen = from = value.end;
  }
  return rest + text.slice(from);
}

function nameAround(text: string, index: number, length: number): Name {
  NAME_BEFORE.lastIndex = index;
  const before = NAME_BEFORE.exec(text)?.[1] ?? '';
  NAME_AFTER.lastIndex = 0;
  const following = text.slice(index + length, index + length + LONGEST_NAME);
  const after = UNSPACED.test(text.slice(index, index + length)) ? '' : NAME_AFTER.exec(following)?.[0].replace(/[.$-]{1,80}$/, '') ?? '';
  const [start, end] = [index - before.length, index + length + after.length];
  const name = text.slice(start, end);
  return /^keys?$/i.test(name) ? withWordsBefore(text, { name, start, end }) : { name, start, end };
}

function withWordsBefore(text: string, { name, start, end }: Name): Name {
  const words = WORDS_BEFORE.exec(text.slice(Math.max(0, start - 26), start))?.[0] ?? '';
  return secretName(words + name) === 'certain' ? { name: words + name, start: start - words.length, end } : { name, start, end };
}

