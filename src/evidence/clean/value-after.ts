import { isHarmless, isProse } from './harmless-value';
import { looksRandom } from './looks-random';
import { PUT_ASIDE } from './marks';
import type { SecretName } from '../../aws/secret-names';

interface Span { readonly start: number; readonly end: number }
interface Named extends Span { readonly name: string }

const BLANK = String.raw`(?:[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|%(?:25)*20)`;
const QUOTE = String.raw`(?:\\{0,16}["'\x60“”„«»‘’「」]|%(?:25){0,3}2[27]|&quot;|&apos;|&#(?:34|39);|\\{1,16}u002[27])`;
const EQUALS = String.raw`(?:=>|:=|={1,3}|[:：＝﹕]|->|→|%(?:25){0,3}3[AaDd]|\\{1,16}u003[adAD]|&#(?:58|61);)`;

/** What closes a name: `"password"`, `[password]`, `password[0]`, `'password' (string)`. */
const CLOSES = String.raw`(?:${QUOTE}|\[\d{0,4}\]|\]|\)|[?*!])*`;
/** What wraps a value in dumps of PHP, Go, Rust, Python and Java: `string(8) "…"`, `Some("…")`, `b'…'`, `['…']`, `base64:…`. */
const WRAPS =
  String.raw`(?:string\(\d{1,6}\)${BLANK}|\(string\)${BLANK}(?:\(len=\d{1,6}\)${BLANK})?|&?[A-Za-z][\w.]{0,30}\((`
  + String.raw`?=["'])|[bruf@](?=["'])|\[${BLANK}{0,8}(?=["'])|""(?=")|''(?=')|!!?\w{1,10}${BLANK}|<!\[CDATA\[)*`;

const at = (pattern: string, flags = ''): RegExp => new RegExp(pattern, `uy${flags}`);

const SEPARATED = at(`${CLOSES}${BLANK}{0,64}${EQUALS}${BLANK}{0,64}${WRAPS}`);
const NEXT_LINE = at(String.raw`(?:[|>][+-]?)?${BLANK}{0,16}(?:\r?\n|\\n)[ \t]{0,32}(?:- )?${WRAPS}`);
const OPTION = at(String.raw`(?:${BLANK}{1,16}|${QUOTE}${BLANK}{0,8},\s{0,32}(?=["']))`);
const LIST = at(String.raw`${QUOTE}${BLANK}{0,8},\s{0,32}(?=["'\\])`);
const ELEMENT = at(String.raw`(?:${BLANK}[\w:.-]{1,40}=["'][^"'<>]{0,80}["']){0,4}>${WRAPS}`);
const ENCODED_ELEMENT = at('&gt;');
/** `{"name":"DB_PASSWORD","value":"…"}`, `<add key="Password" value="…"/>`, `- name: DB_PASSWORD\n  value: …`. */
const PAIR = at(

  String.raw`${QUOTE}?(?:</\w{1,30}>)?${BLANK}{0,8}[,;]?(?:\s|\\n){0,64}(?:- )?<?(?:${QUOTE}|:)?(?:value|val|cont`
    + String.raw`ent|text)${QUOTE}?${BLANK}{0,8}(?:${EQUALS}|>)${BLANK}{0,8}${WRAPS}`,
  'i',
);
const SAYS = at(`${QUOTE}?${BLANK}{1,8}(?:is|was|are|equals|provided|given|value|of|used|ist|es|est)${BLANK}?:?${BLANK}`, 'i');
const PROSE = at(String.raw`${QUOTE}?${BLANK}{1,64}[("']?`);
const TABLE = at(
  String.raw`\r?\n[ \t]{0,16}(?=\S{6,128}(?:\s|$))|${BLANK}{0,32}[|│┃]${BLANK}{0,32}|${BLANK}{0,8}\t${BLANK}{0,8}`
  + String.raw`|${BLANK}{2,64}`);

const QUOTED = at(QUOTE);
const BRACED = at(String.raw`\{[^{}:"'\n${PUT_ASIDE}]{1,200}\}`);
const LISTED = at(String.raw`\[[^\[\]:"'\n${PUT_ASIDE}]{1,400}\]`);
const LETTER =
  String.raw`[^\s,;&"'\x60<>|\\%${PUT_ASIDE}]|,(?!\s|$|["'{\[]|[\w.-]{1,64}(?:=|:))|%(?!(?:25){0,3}2[267])|["'](?`
  + String.raw`=[\p{L}\p{N}])`;
const BARE = at(String.raw`(?!["'\[\]{}():,;])(?:${LETTER})+`);
const WHOLE_LINE = at(String.raw`[^\n"'<>;{}${PUT_ASIDE}]+`);
const UNTIL_TAG = at(String.raw`[^<>\n${PUT_ASIDE}]+?(?=\]\]>|<|&lt;)`);

/** The value that belongs to a name, if there is one and it hides something. */
export function valueAfter(text: string, named: Named, certainty: SecretName): Span | undefined {
  if (text.charAt(named.start - 1) === ':' && text.charAt(named.end) === ':') return undefined;
  const separated = endOf(SEPARATED, text, named.end);
  if (separated !== undefined) return separatedValue(text, named, separated, certainty);
  const pair = endOf(PAIR, text, named.end);
  if (pair !== undefined) return strict(text, pair, certainty) ?? spanOf(UNTIL_TAG, text, pair);
  const element = endOf(ELEMENT, text, named.end) ?? endOf(ENCODED_ELEMENT, text, named.end);
  return element === undefined ? optionOrProse(text, named, certainty) : hiding(text, spanOf(UNTIL_TAG, text, element));
}

/** What follows an option is its value, unless it is the next option or a setting that has a name of its own. */
function optionOrProse(text: string, named: Named, certainty: SecretName): Span | undefined {
  const option = /^-{1,2}[A-Za-z]/.test(named.name) ? endOf(OPTION, text, named.end) : undefined;
  if (option === undefined) return inProse(text, named);
  return /^(?:-|[A-Z][A-Z\d_]{0,63}=)/.test(text.slice(option, option + 65)) ? undefined : strict(text, option, certainty);
}

function separatedValue(text: string, named: Named, start: number, certainty: SecretName): Span | undefined {
  if (/^(?:[\n\r|>]|\\n|.[\n\r])/.test(text.slice(start, start + 2))) return nextLineValue(text, start);
  const quoted = quotedAt(text, start);
  if (quoted !== undefined) return certainty === 'likely' ? random(text, quoted, 8) : hiding(text, quoted);
  const bare = bareAt(text, named, start);
  if (bare === undefined || isProse(text, named, start, bare)) return undefined;
  const value = certainty === 'likely' ? random(text, bare, 6) : hiding(text, bare, /token|key/i.test(named.name));
  return value && continued(text, value);
}

/** A pass phrase goes on to the end of its line. */
function bareAt(text: string, { name }: Named, start: number): Span | undefined {
  const line = /phrase|mnemonic/i.test(name) ? spanOf(WHOLE_LINE, text, start) : undefined;
  return line ?? spanOf(BRACED, text, start) ?? spanOf(LISTED, text, start) ?? trimmed(text, spanOf(BARE, text, start));
}

function nextLineValue(text: string, start: number): Span | undefined {
  const next = endOf(NEXT_LINE, text, start);
  const span = next === undefined ? undefined : quotedAt(text, next) ?? spanOf(BARE, text, next);
  return span && /^\s*[:=]/.test(text.slice(span.end, span.end + 3)) ? undefined : random(text, span, 6);
}

/** A value that a logger broke in two goes on at the beginning of the next line. */
function continued(text: string, value: Span): Span {
  if (text.charAt(value.end) !== '\n') return value;
  const next = spanOf(BARE, text, value.end + 1);
  return next && looksRandom(text.slice(next.start, next.end), 16) ? { start: value.start, end: next.end } : value;
}

/** Without a separator only what is quoted after a word for a password, or looks drawn by a generator, is a value. */
function inProse(text: string, { name, end }: Named): Span | undefined {
  const isPassword = /pass|pwd|pin$|kennwort|clave|senha/i.test(name);
  const list = endOf(LIST, text, end);
  if (list !== undefined) return random(text, quotedAt(text, list), 8);
  const table = endOf(TABLE, text, end);
  const prose = endOf(PROSE, text, end);
  const start = endOf(SAYS, text, end) ?? table ?? prose;
  return start === undefined ? undefined : spokenValue(text, start, { prose, isPassword, shortest: table === undefined ? 8 : 6 });
}

interface Spoken { readonly prose?: number; readonly isPassword: boolean; readonly shortest: number }

function spokenValue(text: string, start: number, { prose, isPassword, shortest }: Spoken): Span | undefined {
  const quoted = quotedAt(text, start) ?? (prose === undefined ? undefined : quotedAt(text, prose - 1));
  if (quoted !== undefined) return isPassword ? hiding(text, quoted) : random(text, quoted, 8);
  return random(text, trimmed(text, spanOf(BARE, text, start)), shortest);
}

const strict = (text: string, start: number, certainty: SecretName): Span | undefined => {
  const span = quotedAt(text, start) ?? trimmed(text, spanOf(BARE, text, start));
  return certainty === 'likely' ? random(text, span, 6) : hiding(text, span);
};

/** From the opening quote to its like, on the same line; an escaped quote inside has one backslash more. */
function quotedAt(text: string, start: number): Span | undefined {
  const from = endOf(QUOTED, text, start);
  if (from === undefined) return undefined;
  const closes = CLOSING.get(text.slice(start, from)) ?? text.slice(start, from);
  const lineEnds = text.indexOf('\n', from);
  const line = text.slice(from, lineEnds < 0 ? undefined : lineEnds);
  for (let end = line.indexOf(closes); end >= 0; end = line.indexOf(closes, end + 1)) {
    if (line.charAt(end - 1) !== '\\') return { start: from, end: from + end };
  }
  return { start: from, end: from + line.length };
}

const CLOSING = new Map([['“', '”'], ['„', '“'], ['«', '»'], ['‘', '’'], ['「', '」']]);

const hiding = (text: string, span: Span | undefined, mayCount = false): Span | undefined =>
  span === undefined || isHarmless(text.slice(span.start, span.end), mayCount) ? undefined : span;

const random = (text: string, span: Span | undefined, shortest: number): Span | undefined =>
  span !== undefined && looksRandom(text.slice(span.start, span.end), shortest) ? hiding(text, span) : undefined;

/** Without the brackets and the full stop of the sentence around it. */
function trimmed(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const value = text.slice(span.start, span.end);
  const rest = value.replace(/\([^()]{0,200}\)|\[[^[\]]{0,200}\]|\{[^{}]{0,200}\}/g, part => '.'.repeat(part.length - 1) + 'x');
  const closes = /[)\]}]/.exec(rest)?.index ?? value.length;
  return { start: span.start, end: span.start + value.slice(0, closes).replace(/[.:]$/, '').length };
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function spanOf(pattern: RegExp, text: string, start: number): Span | undefined {
  const end = endOf(pattern, text, start);
  return end === undefined || end === start ? undefined : { start, end };
}
