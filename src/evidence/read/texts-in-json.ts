import { isObject } from '../model/json-fields';

/** Fields in which services and log stores keep words. */
const HOLDS_WORDS = new RegExp(`^(?:${[
  'messages?', 'msg', 'logs?', 'lines?', 'texts?', 'body', 'content', 'summary', 'descriptions?', 'details?', 'output', 'title',
  'values?', 'events?',
  'entries', 'causes?', 'err(?:ors?)?', 'stack(?:_?trace)?', 'exception', '_raw', '\\w{0,30}(?:reasons?|messages?|events?)',
].join('|')})$`, 'i');

const MOST_TEXTS = 20_000;
const DEEPEST = 16;

/** The lines of the words in a JSON value that has no form of AWS: what a log store, a pipeline or a tool of one's own answers. */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  collect(value, { isWords: true, depth: 0 }, texts);
  return texts.flatMap(text => text.split('\n'));
}

function collect(value: unknown, { isWords, depth }: { readonly isWords: boolean; readonly depth: number }, texts: string[]): void {
  if (depth > DEEPEST || texts.length >= MOST_TEXTS) return;
  if (isWords && typeof value === 'string') texts.push(value);
  for (const [name, inner] of insideOf(value)) {
    collect(inner, { isWords: name === undefined ? isWords : HOLDS_WORDS.test(name), depth: depth + 1 }, texts);
  }
}

/** The items of a list, which go by the name of the list, and the fields of an object. */
function insideOf(value: unknown): readonly (readonly [name: string | undefined, inner: unknown])[] {
  if (Array.isArray(value)) return value.map((item: unknown) => [undefined, item]);
  return isObject(value) ? Object.entries(value) : [];
}
