import { parseDocument } from 'yaml';
import { UnreadableInput } from './unreadable-input';
import { mayNestTooDeeply } from '../../evidence/model/nesting';

/** YAML is read whole; what is longer than this is a log. */
const LONGEST = 4_000_000;

/**
 * The value of a text in YAML, or in the literals that Python and JavaScript print; undefined where it is neither.
 *
 * Both print what YAML calls flow style, but for times and for the name of nothing.
 */
export function parseLiteral(file: string, text: string): unknown {
  if (!mayBeLiteral(text)) return undefined;
  try {
    const document = parseDocument(inYaml(text), { logLevel: 'silent', prettyErrors: false, uniqueKeys: false });
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
    return typeof value === 'object' ? value ?? undefined : undefined;
  } catch (error) {
    if (isExcessive(error)) throw new UnreadableInput(file, 'is YAML whose aliases expand without limit', { cause: error });
    // A depth that no answer of AWS has, or an alias of nothing: this is no such literal.
    return undefined;
  }
}

/** An alias that is used before its anchor, such as `*a` in a log, is an error of the same class, and no YAML. */
const isExcessive = (error: unknown): boolean => error instanceof ReferenceError && error.message.startsWith('Excessive alias count');

const mayBeLiteral = (text: string): boolean =>
  text.length <= LONGEST && LOOKS_LIKE_FIELDS.test(text) && !mayNestTooDeeply(text);

const LOOKS_LIKE_FIELDS = /^\s*(?:-\s+)?(?:[[{]|['"]?\w[\w-]{0,60}['"]?:(?:\s|$))/;

function inYaml(text: string): string {
  return text
    .replace(PYTHON_TIME, (_, ...parts: readonly string[]) => isoTime(parts.slice(0, 6)))
    .replace(/([:,[]\s{0,8})(?:None|undefined)(?=\s{0,8}[,}\]])/g, '$1null');
}

/** A time as Python prints it, with a time zone or without one. */
const PYTHON_TIME = new RegExp([
  /datetime\.datetime\((\d{4}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}))?(?:, (\d{1,2}))?(?:, (\d{1,2}))?/,
  /[^()]{0,40}(?:\([^()]{0,80}\))?[^()]{0,40}\)/,
].map(({ source }) => source).join(''), 'g');

function isoTime(parts: readonly (string | undefined)[]): string {
  const [year, month, day, hour = '0', minute = '0', second = '0'] = parts.map(part => part ?? undefined);
  return `"${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z"`;
}

const two = (part: string | undefined): string => (part ?? '1').padStart(2, '0');
