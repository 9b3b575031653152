import { oneLine } from '../evidence/clean/clean-text';

/** HTML that was made here: markup of ours, and texts of others in which nothing is markup. */
export class Html {
  /** @param source what a browser is given */
  constructor(public readonly source: string) {}
}

type Part = Html | string | number | readonly Html[];

/** HTML from a template: whatever is put into it is text, unless it is HTML already. */
export const html = (markup: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(markup.map((words, index) => index === 0 ? words : `${sourceOf(parts[index - 1])}${words}`).join(''));

function sourceOf(part: Part): string {
  if (part instanceof Html) return part.source;
  return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.map(({ source }) => source).join('');
}

/** The text as itself, in an element as well as in a value between quotation marks. */
const escaped = (text: string): string => oneLine(text).replace(/[&<>"'`=]/g, sign => `&#${sign.charCodeAt(0)};`);
