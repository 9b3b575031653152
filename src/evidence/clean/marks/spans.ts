import { PUT_ASIDE } from './marks';

/** A part of a text. */
export interface Span { readonly start: number; readonly end: number }

export const BLANK = String.raw`[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]`;
export const QUOTE = String.raw`\\{0,16}["'\x60“”„«»‘’「」『』＂＇]`;
export const EQUALS = '(?:=>|:=|={1,3}|[:：＝﹕]|->|→)';

/** Matches only where it is asked to. */
export const at = (pattern: string, flags = ''): RegExp => new RegExp(pattern, `uy${flags}`);

const QUOTED = at(QUOTE);
/** In an export, each quote of a quoted field stands twice. */
const DOUBLED = at(String.raw`""(?=[^\s",;:)\]}])`);

/** A dump of PHP says how many letters follow, and escapes none of them. */
const COUNT = /string\((\d{1,3})\) $/;

const LETTER =
  String.raw`[^\s,;&"'\x60<>|\\${PUT_ASIDE}]|,(?!\s|$|["'{\[]|[\w.-]{1,64}(?:=|:))|["'](?=[\p{L}\p{N}])`;
const BARE = at(String.raw`(?!["'\[\]{}():,;])(?:${LETTER})+`);

/** Where the pattern ends that begins there. */
export function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** What the pattern finds there, if it is anything at all. */
export function spanOf(pattern: RegExp, text: string, start: number): Span | undefined {
  const end = endOf(pattern, text, start);
  return end === undefined || end === start ? undefined : { start, end };
}

export const bareAt = (text: string, start: number): Span | undefined => spanOf(BARE, text, start);

const CLOSING = new Map([['“', '”'], ['„', '“'], ['«', '»'], ['‘', '’'], ['「', '」'], ['『', '』']]);

/** From the opening quote to its like, on the same line; an escaped quote inside has one backslash more. */
export function quotedAt(text: string, start: number): Span | undefined {
  const from = endOf(DOUBLED, text, start) ?? endOf(QUOTED, text, start);
  if (from === undefined) return undefined;
  const counted = endOfCounted(text, start, from);
  if (counted !== undefined) return { start: from, end: counted };
  const closes = CLOSING.get(text.slice(start, from)) ?? text.slice(start, from);
  const end = closingOnLine(text.slice(from, from + USUAL_VALUE), closes);
  return { start: from, end: from + (end < USUAL_VALUE ? end : closingOnLine(text.slice(from), closes)) };
}

function endOfCounted(text: string, start: number, from: number): number | undefined {
  if (!text.startsWith(') ', start - 2)) return undefined;
  const length = COUNT.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  if (length === undefined) return undefined;
  const quote = text.slice(start, from);
  let end = from;
  for (let left = Number(length); left > 0; left--) end += text.startsWith(quote, end) ? quote.length : 1;
  return text.startsWith(quote, end) ? end : undefined;
}

/** Nearly every value ends within so many letters, and a long line is not searched again for each of its names. */
const USUAL_VALUE = 4096;

/** The closing quote first: where it is near, the end of the line need not be looked for. */
function closingOnLine(text: string, closes: string): number {
  const end = closingAt(text, closes);
  const lineEnds = text.slice(0, end).indexOf('\n');
  return lineEnds < 0 ? end : lineEnds;
}

function closingAt(line: string, closes: string): number {
  for (let end = line.indexOf(closes); end >= 0; end = line.indexOf(closes, end + 1)) {
    const goesOn = end === 0 ? undefined : GOES_ON.exec(line.slice(end + closes.length, end + closes.length + 12))?.[0];
    if (goesOn !== undefined && closes.endsWith(goesOn.slice(-1))) end += goesOn.length;
    else if (line.charAt(end - 1) !== '\\') return end;
  }
  return line.length;
}

/** A quote inside quotes, as SQL and shells write it: `'it''s'`, `'it'\''s'`. */
const GOES_ON = /^(?:\\{1,8}''|'(?=[^\s,;)\]}<>'])|""(?=\w))/;

/** Without the brackets and the full stop of the sentence around it. */
export function trimmed(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const value = text.slice(span.start, span.end);
  const rest = value.replace(/\([^()]{0,200}\)|\[[^[\]]{0,200}\]|\{[^{}]{0,200}\}/g, part => '.'.repeat(part.length - 1) + 'x');
  const closes = /[)\]}]/.exec(rest)?.index ?? value.length;
  return { start: span.start, end: span.start + value.slice(0, closes).replace(/[.:]$/, '').length };
}
