import { isProse } from './harmless-value';
import { looksRandom } from './looks-random';
import { isHiding, isRandom } from './value-form';
import { valueInProse } from './value-in-prose';
import { valueOnNextLine } from './value-on-next-line';
import type { SecretName } from '../../../aws/secret-names';
import { PUT_ASIDE } from '../marks/marks';
import { at, bareAt, BLANK, endOf, EQUALS, QUOTE, quotedAt, type Span, spanOf, trimmed } from '../marks/spans';
import { WRAPS } from '../marks/wraps';

interface Named extends Span { readonly name: string }

/** What closes a name: `"password"`, `[password]`, `password[0]`, `'password' (string)`. */
const CLOSES = String.raw`(?:${QUOTE}|\[\d{0,4}\]|\(\w{0,20}\)|[\])}]|[?*!])*(?:${BLANK}?\.{2,60})?`;

/** Stars make a name bold in Markdown. */
const SEPARATED = at(String.raw`${CLOSES}\*{0,2}${BLANK}{0,64}${EQUALS}\*{0,2}${BLANK}{0,64}${WRAPS}`);
/** Some loggers fill the column with dots. */
const DOTTED = at(String.raw`\.{3,80}${BLANK}{0,4}(?=["'])`);
const OPTION = at(String.raw`${BLANK}{1,16}`);
const OPTION_IN_LIST = at(String.raw`${QUOTE}${BLANK}{0,8},\s{0,32}(?=\\*["'])`);
const ELEMENT = at(String.raw`(?:${QUOTE}){0,2}(?:${BLANK}[\w:.-]{1,40}=["'][^"'<>]{0,80}["']){0,4}>\s{0,64}${WRAPS}(?=\S)`);
const PART_OF_FORM = at(String.raw`${QUOTE}(?:\r?\n[\w-]{1,40}: [^\n]{0,80}){0,4}\r?\n\r?\n`);
/** What may stand between the two, such as `"Type": "String",`. */
const OTHER_FIELD = String.raw`(?:(?:${QUOTE})?(?!value)\w{1,24}(?:${QUOTE})?${BLANK}{0,4}[:=]${BLANK}{0,4}`
  + String.raw`(?:\\{0,8}["'][^"'<>\n\\]{0,80}\\{0,8}["']|\w{1,24})${BLANK}{0,4}(?:,\s{0,64}|\s{1,64}))`;
/** `{"name":"DB_PASSWORD","value":"…"}`, `<add key="Password" value="…"/>`, `- name: DB_PASSWORD\n  value: …`. */
const PAIR = at(
  String.raw`${QUOTE}?(?:</\w{1,30}>)?${BLANK}{0,8}[,;{]?(?:\s|\\n){0,64}(?:- )?`
  + String.raw`${OTHER_FIELD}{0,3}`
  + String.raw`<?(?:${QUOTE}|:)?(?:\w{0,20}value|val|content|text|default|data|string)${QUOTE}?`
  + String.raw`${BLANK}{0,8}(?:${EQUALS}|>)${BLANK}{0,8}${WRAPS}`,
  'i',
);
/** `Secret(…)`, `password(…)`. */
const CALLED = at(String.raw`\((?=[^()\s]{6,128}\))`);

const BRACED = at(String.raw`\{[^{}:"'\n${PUT_ASIDE}]{1,200}\}`);
/** Words to choose from, as in the description of a message: `{empty response|invalid schema}`. */
const CHOICE = /^\{[A-Za-z,]+ [A-Za-z ,]*\|[A-Za-z ,|]*\}$/;
const LISTED = at(String.raw`\[[^\[\]:"'\n${PUT_ASIDE}]{1,400}\]`);
const WHOLE_LINE = at(String.raw`[^\n"'<>;{}${PUT_ASIDE}]+`);
const CONTENT = String.raw`[^<>\s${PUT_ASIDE}][^<>${PUT_ASIDE}]{0,512}?`;
const UNTIL_TAG = at(String.raw`${CONTENT}(?=\s{0,64}(?:\]\]>|</))`);
/** The end of the text may be cut off. */
const UNTIL_TAG_OR_END = at(String.raw`${CONTENT}(?=\s{0,64}(?:\]\]>|</|$))`);

/** The value that belongs to a name, if there is one and it hides something. */
export function valueAfter(text: string, named: Named, certainty: SecretName): Span | undefined {
  if (text.charAt(named.start - 1) === ':' && text.charAt(named.end) === ':') return undefined;
  const separated = separatorEnd(text, named);
  if (separated !== undefined) return separatedValue(text, named, separated, certainty);
  const pair = endOf(PAIR, text, named.end);
  if (pair !== undefined) return strict(text, named, pair, certainty) ?? spanOf(UNTIL_TAG_OR_END, text, pair);
  return inElement(text, named) ?? inCall(text, named) ?? optionOrProse(text, named, certainty);
}

const separatorEnd = (text: string, { end }: Named): number | undefined => endOf(SEPARATED, text, end) ?? endOf(DOTTED, text, end);

function inElement(text: string, { end }: Named): Span | undefined {
  const form = endOf(PART_OF_FORM, text, end);
  if (form !== undefined) return isHiding(text, bareAt(text, form));
  const element = endOf(ELEMENT, text, end);
  return element === undefined ? undefined : isHiding(text, spanOf(text.charAt(end) === '>' ? UNTIL_TAG_OR_END : UNTIL_TAG, text, element));
}

function inCall(text: string, { end }: Named): Span | undefined {
  const start = endOf(CALLED, text, end);
  return start === undefined ? undefined : isRandom(text, quotedAt(text, start) ?? trimmed(text, bareAt(text, start)), 8);
}

/** What follows an option is its value, unless it is the next option or a setting that has a name of its own. */
function optionOrProse(text: string, named: Named, certainty: SecretName): Span | undefined {
  const isItem = /["']/.test(text.charAt(named.start - 1));
  const option = /^-{1,2}[A-Za-z]/.test(named.name) ? endOf(isItem ? OPTION_IN_LIST : OPTION, text, named.end) : undefined;
  if (option === undefined) return valueInProse(text, named, certainty);
  return /^(?:-|[A-Z][A-Z\d_]{0,63}=|[<[{])/.test(text.slice(option, option + 65)) ? undefined : strict(text, named, option, certainty);
}

function separatedValue(text: string, named: Named, start: number, certainty: SecretName): Span | undefined {
  if (/^(?:[\n\r|>]|\\n|.[\n\r])/.test(text.slice(start, start + 2))) return valueOnNextLine(text, start);
  const pair = text.charAt(start) === '{' ? endOf(PAIR, text, start) : undefined;
  if (pair !== undefined) return strict(text, named, pair, certainty);
  const quoted = quotedAt(text, start);
  if (quoted !== undefined) return certainty === 'likely' ? isRandom(text, quoted, 8, isKey(named)) : isHiding(text, quoted);
  const value = bareValue(text, named, start, certainty);
  return value && continued(text, value);
}

function bareValue(text: string, named: Named, start: number, certainty: SecretName): Span | undefined {
  const bare = bareOrList(text, named, start);
  if (bare === undefined || isProse(text, named, start, bare) || isScore(text, named, bare)) return undefined;
  return certainty === 'likely' ? isRandom(text, bare, 6, isKey(named)) : isHiding(text, bare, /token|key|code/i.test(named.name));
}

/** In `pass=12 fail=3` tests are counted. */
const isScore = (text: string, { name }: Named, { start, end }: Span): boolean =>
  /^pass$/i.test(name) && /^\d{1,6},?$/.test(text.slice(start, end)) && /^\W{1,4}fail/i.test(text.slice(end, end + 10));

const isKey = ({ name }: Named): boolean => /keys?[_-]?\d*$/i.test(name);

/** A pass phrase goes on to the end of its line. */
function bareOrList(text: string, { name }: Named, start: number): Span | undefined {
  const line = /phrase|mnemonic/i.test(name) ? spanOf(WHOLE_LINE, text, start) : undefined;
  const braced = spanOf(BRACED, text, start);
  if (braced !== undefined && CHOICE.test(text.slice(braced.start, braced.end))) return undefined;
  return line ?? braced ?? spanOf(LISTED, text, start) ?? trimmed(text, bareAt(text, start));
}

/** A value that a logger broke in two goes on at the beginning of the next line. */
function continued(text: string, value: Span): Span {
  if (text.charAt(value.end) !== '\n') return value;
  const next = bareAt(text, value.end + 1);
  return next && looksRandom(text.slice(next.start, next.end), 16) ? { start: value.start, end: next.end } : value;
}

const strict = (text: string, named: Named, start: number, certainty: SecretName): Span | undefined => {
  const span = quotedAt(text, start) ?? trimmed(text, bareAt(text, start));
  return certainty === 'likely' ? isRandom(text, span, 6, isKey(named)) : isHiding(text, span);
};
