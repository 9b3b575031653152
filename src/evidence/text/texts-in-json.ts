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
  if (typeof value === 'string') {
    if (isWords) texts.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, { isWords, depth: depth + 1 }, texts);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) collect(inner, { isWords: HOLDS_WORDS.test(name), depth: depth + 1 }, texts);
  }
}
