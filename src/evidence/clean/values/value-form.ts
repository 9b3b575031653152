import { isHarmless } from './harmless-value';
import { looksRandom } from './looks-random';
import type { Span } from '../marks/spans';

/** The value there, if it hides something. */
export const isHiding = (text: string, span: Span | undefined, mayCount = false): Span | undefined =>
  span === undefined || isHarmless(text.slice(span.start, span.end), mayCount) ? undefined : span;

/** Digests, ids and numbers are written in order, and so are many keys and pins; no word has so many letters. */
const ORDERLY_SECRET = new RegExp(`^(?:${[
  String.raw`\d{8,}`,
  '[a-z]{20,}',
  '[A-Z2-7]{16,}',
  String.raw`(?=[a-f\d-]*[a-f])(?=[a-f\d-]*\d)(?:[a-f\d]{20,}|[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12})`,
  String.raw`(?=[A-F\d]*[A-F])(?=[A-F\d]*\d)[A-F\d]{20,}`,
].join('|')})$`);

/** The value there, if it looks drawn by a generator. */
export function isRandom(text: string, span: Span | undefined, shortest: number, mayBeOrderly = false): Span | undefined {
  if (span === undefined) return undefined;
  const value = text.slice(span.start, span.end);
  return looksRandom(value, shortest) || (mayBeOrderly && ORDERLY_SECRET.test(value)) ? isHiding(text, span) : undefined;
}
