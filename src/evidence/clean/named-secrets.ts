import { isHarmless } from './harmless-value';
import type { Marks } from './marks';
import { valueAfter } from './value-after';
import { SECRET_NAME_HINT, secretName, wordsOf } from '../../aws/secret-names';

/** Beyond this, a name is none. */
const LONGEST_NAME = 80;

const NAME_BEFORE = /[\p{L}\p{N}\p{M}_.$-]*$/u;
const NAME_AFTER = /[\p{L}\p{N}\p{M}_.$-]*/uy;

/** Two words that are one name in a sentence: `API key`, `secret access key`. */
const WORDS_BEFORE = /(?:\b[A-Za-z]{2,12} )?\b[A-Za-z]{2,12} $/;

interface Name { readonly name: string; readonly start: number; readonly end: number }

/** The value may stand before the name: `{"value":"…","name":"DB_PASSWORD"}`. */
const VALUE_FIRST = /("value"\s{0,8}:\s{0,8}")([^"\\\n]{1,512})(?="\s{0,8},\s{0,8}"(?:name|key)"\s{0,8}:\s{0,8}"([\w.-]{1,80})")/gi;

/** The text without the values of what has the name of a secret, whatever stands between the two. */
export function withoutNamedSecrets(given: string, marks: Marks): string {
  const text = given.replace(VALUE_FIRST, (whole, before: string, value: string, name: string) =>
    secretName(name) === 'certain' && !isHarmless(value, true) ? before + marks.hide(kindOf(name), value) : whole);
  let [rest, from, seen] = ['', 0, 0];
  for (const { index, 0: hint } of text.matchAll(SECRET_NAME_HINT)) {
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
  const before = NAME_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_NAME), index))?.[0] ?? '';
  NAME_AFTER.lastIndex = 0;
  const after = NAME_AFTER.exec(text.slice(index + length, index + length + LONGEST_NAME))?.[0].replace(/[.$-]+$/, '') ?? '';
  const [start, end] = [index - before.length, index + length + after.length];
  const name = text.slice(start, end);
  if (!/^keys?$/i.test(name)) return { name, start, end };
  const words = WORDS_BEFORE.exec(text.slice(Math.max(0, start - 26), start))?.[0] ?? '';
  return { name: words + name, start: start - words.length, end };
}

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['token', /token|jwt|bearer|sess|sid|cookie|токен/],
  ['key', /keys?(?:_id)?(?:_|$)|chave|密钥|密鑰/],
  ['signature', /signature/],
  ['secret', /secret|credential|mnemonic|geheimnis|секрет/],
];

/** What a mark calls the secret of that name. */
export const kindOf = (name: string): string => KINDS.find(([, words]) => words.test(wordsOf(name)))?.[0] ?? 'password';
