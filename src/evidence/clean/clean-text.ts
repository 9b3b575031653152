/** The longest text that ECS itself keeps of a reason; longer ones keep their head and tail, where the deciding words are. */
export const LONGEST_TEXT = 1024;

const ELLIPSIS = ' … ';

/** Terminal sequences: colours and cursor movements, titles and links. */
const ANSI = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)|[()][0-9A-B])/g;

/**
 * What no reader can see but a terminal, a browser or a matcher obeys: controls, bidi overrides, zero-width and private
 * characters, variation selectors and fillers.
 */
const INVISIBLE = new RegExp(`[${[
  String.raw`\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f`,
  String.raw`\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}`,
  String.raw`\ufeff\ufff9-\ufffb\ue000-\uf8ff\p{Surrogate}\u{e0000}-\u{e007f}`,
].join('')}]`, 'gu');

/**
 * The text as a person would read it, without anything that acts on whoever shows it; a lone carriage return may be the
 * very fault, so it is spelt out.
 */
export const visible = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(ANSI, '').replace(/\r\n|[\u2028\u2029]/g, '\n').replace(/\r/g, '\\r').replace(INVISIBLE, '');

/** Most texts are nothing but these, and need no closer look. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/** The text, or its head and tail when it is too long. */
export function bounded(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  const half = Math.floor((longest - ELLIPSIS.length) / 2);
  return `${text.slice(0, half).trimEnd()}${ELLIPSIS}${text.slice(-half).trimStart()}`.replace(/\p{Surrogate}/gu, '');
}

/** The text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
