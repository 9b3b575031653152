const LONGEST = 240;
const WORD = /[\p{L}\p{N}_./:@-]/u;

/** The deciding words of a text, verbatim and not cut inside a word. */
export function quoteWords(text: string, start: number, end: number): string {
  let [from, to] = [start, Math.min(end, start + LONGEST)];
  while (from > 0 && start - from < 40 && WORD.test(text[from - 1])) from--;
  while (to < text.length && to - end < 40 && WORD.test(text[to])) to++;
  return text.slice(from, to).trim();
}

/** The line in which words stand, verbatim; of a very long one the part around them. */
export function quoteLine(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  return to - from <= LONGEST ? text.slice(from, to).trim() : quoteWords(text, Math.max(from, start - 60), Math.min(to, end + 60));
}
