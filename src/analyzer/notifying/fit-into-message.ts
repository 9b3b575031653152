import { mapStrings } from '../../evidence/clean/map-strings';
import { redactWhole, withoutMiddle } from '../../evidence/clean/redact';

/** SNS and EventBridge take 262,144 bytes; some are left for what they add. */
const MOST_BYTES = 250_000;

/** Texts are cut to this many characters, and to half as many for as long as the whole is too large. */
const LONGEST_TEXT = 4_096;
const SHORTEST_TEXT = 16;

const MOST_ITEMS = 50;

/**
 * Writes a diagnosis, or what is told of several, in some form that is never too large to be delivered, whatever texts it quotes.
 *
 * Before a text is cut it is redacted once more, because half a secret has no form by which it is known.
 */
export const fitIntoMessage = <T>(told: T, write: (short: T) => string): string =>
  fitted(mapStrings(shorten(told, Infinity), withoutSecrets), write, LONGEST_TEXT);

/** Of a text that is far too long, only what may be left is looked at. */
const withoutSecrets = (text: string): string =>
  text.length > SHORTEST_TEXT ? redactWhole(withoutMiddle(text, 4 * LONGEST_TEXT)) : text;

function fitted<T>(told: T, write: (short: T) => string, longest: number): string {
  const written = write(shorten(told, longest));
  const fits = Buffer.byteLength(written) <= MOST_BYTES || longest <= SHORTEST_TEXT;
  return fits ? written : fitted(told, write, longest / 2);
}

function shorten<T>(told: T, longest: number): T;
function shorten(value: unknown, longest: number): unknown;
function shorten(value: unknown, longest: number): unknown {
  if (typeof value === 'string') return cut(value, longest);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(item => shorten(item, longest));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner, longest)]));
}

/** The deciding words of a message stand at either end, so the middle goes; never half of a character. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = Math.floor((longest - 1) / 2);
  return `${text.slice(0, half).replace(/[\uD800-\uDBFF]$/, '')}…${text.slice(text.length - half).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
