/** A part of a text that is one JSON value, and where it begins. */
interface Part {
  readonly text: string;
  readonly start: number;
}

/** What opens, closes and hides brackets. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;

/** The objects and lists of a text in which they follow each other with nothing but white space between, as jq and Firehose write them. */
export function valuesInARow(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (depth === 0 && text.slice(parts.length === 0 ? 0 : start, index).trim() !== '') return undefined;
    if (token === '{' || token === '[') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
      if (depth < 0) return undefined;
      if (depth > 0) continue;
      parts.push({ text: text.slice(start, index + 1), start });
      start = index + 1;
    }
  }
  return depth === 0 && parts.length > 1 && text.slice(start).trim() === '' ? parts : undefined;
}
