/** A part of a text that is one JSON value, and where it begins. */
interface Part {
  readonly text: string;
  readonly start: number;
}

/** What opens, closes and hides brackets. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;

/** The objects and lists of a text in which they follow each other with nothing but white space between, as jq and Firehose write them. */
export function valuesInARow(text: string): readonly Part[] | undefined {
  const parts = outermost(text);
  const between = parts.map(({ start }, index) => text.slice(index === 0 ? 0 : endOf(parts[index - 1]), start));
  const after = text.slice(Math.max(0, ...parts.slice(-1).map(endOf)));
  const isRow = parts.length > 1 && [...between, after].every(rest => rest.trim() === '');
  return isRow ? parts : undefined;
}

const endOf = ({ text, start }: Part): number => start + text.length;

/** From each bracket that is inside no other to the one that closes it. */
function outermost(text: string): readonly Part[] {
  const parts: Part[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    const change = stepOf(token);
    if (depth === 0 && change > 0) start = index;
    depth = Math.max(0, depth + change);
    if (depth === 0 && change < 0) parts.push({ text: text.slice(start, index + 1), start });
  }
  return parts;
}

const stepOf = (token: string): number => '[{'.includes(token) ? 1 : ']}'.includes(token) ? -1 : 0;
