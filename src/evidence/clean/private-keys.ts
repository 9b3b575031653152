import type { Marks } from './marks/marks';

const DASHES = '[-–—]{2,5}';
const WHAT = '(?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?';
/** A key of PuTTY says in the midst of it that what follows is private. */
const BEGINS = new RegExp(`${DASHES} ?BEGIN ${WHAT} ?${DASHES}|Private-Lines: ?\\d{1,4}`, 'g');
const ENDS = new RegExp(`${DASHES} ?END ${WHAT} ?${DASHES}|Private-(?:MAC|Hash):`, 'g');

/** No key is longer. */
const LONGEST = 32 * 1024;

/** What a line of a key holds: base64, headers, whatever a logger put in front of it. */
const LINE_OF_A_KEY = new RegExp(
  String.raw`(?:(?<!(?<!\\)[A-Za-z0-9+/=])[A-Za-z0-9+/=]{24,}(?![\w-])|(?:Proc-Type|DEK-Info|Version|Comment|Charset|Hash): ?[^\n]*)`
  + String.raw`(?:\\[nr]|\s)*`, 'g',
);

/** The text without private keys, also those whose end or beginning was cut off, and those whose lines a logger has prefixed. */
export function withoutPrivateKeys(text: string, marks: Marks): string {
  if (!speaksOfKeys(text)) return text;
  const begins = [...text.matchAll(BEGINS)];
  const ends = [...text.matchAll(ENDS)].map(({ index, 0: { length } }) => ({ index, end: index + length }));
  let [rest, from] = ['', 0];
  for (const [number, { index, 0: { length } }] of begins.entries()) {
    if (index < from) continue;
    const body = index + length;
    const limit = Math.min(begins[number + 1]?.index ?? text.length, body + LONGEST);
    while (ends.length > 0 && ends[0].index < body) ends.shift();
    const end = endOf(text.slice(body, limit), body, ends[0]);
    rest += beforeEnds(text.slice(from, index), marks) + marks.hide('private key', text.slice(index, end));
    from = end;
  }
  return rest + beforeEnds(text.slice(from), marks);
}

/** Up to the end that is written, or, without one, as long as there are lines of a key. */
const endOf = (room: string, body: number, closes: { readonly index: number; readonly end: number } | undefined): number =>
  closes !== undefined && closes.index < body + room.length ? closes.end : body + bodyAt(room);

const speaksOfKeys = (text: string): boolean => text.includes('PRIVATE KEY') || text.includes('Private-Lines');

/** The last line may be cut to a few letters. */
function bodyAt(text: string): number {
  const lines = [...text.matchAll(LINE_OF_A_KEY)];
  const last = lines.at(-1);
  if (last === undefined) return /^\s*[A-Za-z0-9+/=\\]*/.exec(text)?.[0].length ?? 0;
  const end = last.index + last[0].length;
  return end + (/^[A-Za-z0-9+/=]{1,80}(?=\s*$)/.exec(text.slice(end, end + 100))?.[0].length ?? 0);
}

/** What stands before an end without a beginning is a key as far back as there are lines of one. */
function beforeEnds(text: string, marks: Marks): string {
  if (!speaksOfKeys(text)) return text;
  const last = [...text.matchAll(ENDS)].at(-1);
  if (last === undefined) return text;
  const [before, after] = [text.slice(0, last.index), text.slice(last.index + last[0].length)];
  const lines = [...before.matchAll(LINE_OF_A_KEY)];
  if (lines.length === 0) return text;
  const begins = lines[0].index;
  return before.slice(0, begins) + marks.hide('private key', text.slice(begins, last.index)) + after;
}
