import { looksRandom } from './looks-random';
import { isHiding, isRandom } from './value-form';
import { type SecretName, wordsOf } from '../../../aws/secret-names';
import { PUT_ASIDE } from '../marks/marks';
import { at, bareAt, BLANK, endOf, QUOTE, quotedAt, type Span, spanOf, trimmed } from '../marks/spans';

interface Named extends Span { readonly name: string }

/** `'password', '…'` and `{password, "…"}`: in lists, tuples and calls the value is the next item. */
const ITEM = at(String.raw`(?:${QUOTE}|(?<=[{(:][^\s{}(),"']{1,80}))${BLANK}{0,8},\s{0,32}(?:[bruf:]|<<)?(?=["'\\])`);

/** In an export the value is the next field: `password;…`, `DB_PASSWORD,…`. */
const FIELD = at(String.raw`${QUOTE}?[;,]${QUOTE}?(?=[^\s;,"'])`);

const UNTIL_NEXT_FIELD = at(String.raw`(?:[^\s;,"'<>\\${PUT_ASIDE}]|\\(?![nrt"'\\]))+`);

/** The verbs of a sentence, in languages that people write errors in. */
const VERBS = [
  'is', 'was', 'are', 'equals', 'provided', 'given', 'value', 'of', 'used', 'to', 'as', 'ist', 'lautet', 'es', 'est', 'è', 'é', 'jest',
  'är', 'er', 'on', 'là', 'это',
].join('|');
const SAYS = at(
  String.raw`${QUOTE}?(?:${BLANK}(?:for|of|from)${BLANK}[^\n:=]{1,48}?)?`
  + String.raw`(?:${BLANK}{0,8}(?:は|が|是|为|為|은|는)|${BLANK}{1,8}(?:${VERBS})(?!\p{L}))`
  + String.raw`${BLANK}?:?${BLANK}{0,8}(?=\S)`, 'i',
);
const PROSE = at(String.raw`${QUOTE}?${BLANK}{1,64}(?:-${BLANK})?[("']?`);
const TABLE = at([
  String.raw`\r?\n[ \t]{0,16}(?:[-=+]{3,80}\r?\n[ \t]{0,16})?(?=\S{6,128}(?:\s|$))`,
  String.raw`${BLANK}{0,32}[|│┃]${BLANK}{0,32}`,
  String.raw`${BLANK}{0,8}\t${BLANK}{0,8}`,
  `${BLANK}{2,64}`,
].join('|'));
const PHRASE = at(String.raw`[a-z]{3,12}(?: [a-z]{3,12}){2,30}(?=[\s.,;!?)]|$)[^\n\p{L}${PUT_ASIDE}]?`);

/** Settings whose value follows a blank in the file of a program: `requirepass …`, `bindpw …`. */
const DIRECTIVE = /^(?:require_?pass|master_?auth|bind_?pw|root_?pw|auth_?pass|pass_?phrase)$/;

/** Without a separator only what is quoted after a word for a password, or looks drawn by a generator, is a value. */
export function valueInProse(text: string, named: Named, certainty: SecretName): Span | undefined {
  if (text.charAt(named.start - 1) === '/') return undefined;
  if (/[「『“«]/.test(text.charAt(named.end))) return isHiding(text, quotedAt(text, named.end));
  const item = endOf(ITEM, text, named.end);
  if (item !== undefined) return itemValue(text, item);
  const field = certainty === 'certain' ? endOf(FIELD, text, named.end) : undefined;
  return field === undefined ? valueAfterBlank(text, named, certainty) : fieldValue(text, field);
}

/** In the head of an export the next field is a name: letters alone, or words between `_`; in a connection string it is a setting. */
function fieldValue(text: string, start: number): Span | undefined {
  const value = spanOf(UNTIL_NEXT_FIELD, text, start);
  const word = value === undefined ? '' : text.slice(value.start, value.end).replace(/[)\]}]{1,8}$/, '');
  const isName = /^[\p{L}_-]*(?:$|[=:])/u.test(word);
  const isInList = text.charAt(start - 1) === ',' && !looksRandom(word, 8) && /^[\p{L}\p{N}_-]+$/u.test(word);
  return isName || isInList ? undefined : isHiding(text, value);
}

/** In a list of names the next one is a name too. */
function itemValue(text: string, start: number): Span | undefined {
  const quoted = quotedAt(text, start);
  return quoted && /^[\p{L}_-]{0,24}$/u.test(text.slice(quoted.start, quoted.end)) ? undefined : isHiding(text, quoted);
}

function valueAfterBlank(text: string, named: Named, certainty: SecretName): Span | undefined {
  const says = endOf(SAYS, text, named.end);
  const table = endOf(TABLE, text, named.end);
  const prose = endOf(PROSE, text, named.end);
  const start = says ?? table ?? prose;
  if (start === undefined || isNextPair(text, named, start)) return undefined;
  return bySetting(text, named, start, says !== undefined)
    ?? spokenValue(text, start, { named, certainty, prose, isTable: table !== undefined });
}

function bySetting(text: string, { name }: Named, start: number, isSentence: boolean): Span | undefined {
  if (isSentence) return /phrase/i.test(name) ? spanOf(PHRASE, text, start) : undefined;
  return DIRECTIVE.test(wordsOf(name)) ? directiveValue(text, start) : undefined;
}

/** A word of a sentence is no value. */
function directiveValue(text: string, start: number): Span | undefined {
  const value = quotedAt(text, start) ?? trimmed(text, bareAt(text, start));
  return value && /^[a-z]{1,12}$/.test(text.slice(value.start, value.end)) ? undefined : isHiding(text, value);
}

interface Spoken { readonly named: Named; readonly certainty: SecretName; readonly prose?: number; readonly isTable: boolean }

function spokenValue(text: string, start: number, spoken: Spoken): Span | undefined {
  const quoted = closedQuoteAt(text, start) ?? closedQuoteAt(text, (spoken.prose ?? start) - 1);
  const isCertain = spoken.certainty === 'certain';
  const isOfCode = isCertain && isCode(text, spoken.named);
  if (quoted !== undefined) return isOfCode || isPassword(spoken.named.name) ? isHiding(text, quoted) : isDrawn(text, quoted, isCertain);
  const bare = trimmed(text, bareAt(text, start));
  return spoken.isTable ? isRandom(text, bare, 6, isCertain) : isRandom(text, bare, 8, isOfCode);
}

/** In `error="no API_TOKEN" took=1ms` the value ends with the name, and another field follows. */
const isNextPair = (text: string, { end }: Named, start: number): boolean =>
  /["'\\]/.test(text.charAt(end)) && endOf(PAIR, text, start) !== undefined;

const PAIR = at(String.raw`[a-z][\w.-]{0,40}=`);

const isDrawn = (text: string, quoted: Span, isCertain: boolean): Span | undefined =>
  isCertain && IS_NO_WORD.test(text.slice(quoted.start, quoted.end)) ? quoted : isRandom(text, quoted, 8, isCertain);

/** Small letters, capitals and signs, and no blank: no word of a sentence, and no name of a thing. */
const IS_NO_WORD = /^(?=[^a-z]{0,64}[a-z])(?=[^A-Z]{0,64}[A-Z])(?=[^@:#$%^&*!]{0,64}[@:#$%^&*!])(?!https?:)\S{8,128}$/;

/** A quote without its like closes what stands before it. */
function closedQuoteAt(text: string, start: number): Span | undefined {
  const quoted = quotedAt(text, start);
  return quoted !== undefined && /["'\x60”»’」』\\]/.test(text.charAt(quoted.end)) ? quoted : undefined;
}

/** A name of a program and not a word of a sentence: `apiToken`, `API_TOKEN`, `SECRET`, `:token`. */
const isCode = (text: string, { name, start }: Named): boolean =>
  /\p{Ll}\p{Lu}|[_-]|^\p{Lu}{4,}$/u.test(name) || text.charAt(start - 1) === ':';

const isPassword = (name: string): boolean => /pass|pwd|pin$|wort$|woord$|ord$|clave|senha|secure_?string|[^\x00-\x7f]/i.test(name);
