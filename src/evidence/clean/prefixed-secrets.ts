import { PUT_ASIDE } from './marks/marks';
import { hintsOf, secretName } from '../../aws/secret-names';

/** What loggers put in front of each line: the name of a container, a time, a stream, a level, a thread. */
const PREFIX = new RegExp(
  String.raw`^(?:[\w.-]{1,64} {1,16}\| ?|[^\n:="'{]{0,40}?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?[\])]?[ \t|:-]{0,4}`
  + String.raw`(?:std(?:out|err)[ \t][FP][ \t])?`
  + String.raw`(?:[[(<]?(?:trace|debug|info|notice|warn(?:ing)?|err(?:or)?|fatal|critical|panic)[\])>]?[: \t|-]{1,4})?`
  + String.raw`(?:[\w.-]{0,40}\[[^\]\n]{1,40}\][: \t-]{1,4})?)`,
  'i',
);

/** The name of a secret at the end of a line, whose value the next line holds. */
const ENDS_WITH_NAME = /["'\])]{0,4}[ \t]{0,8}(?::|=>?|=|->|,[^\n]{0,80}|:[ \t]{0,4}[|>][+-]?)?[ \t]{0,8}$/;

/**
 * The text without secrets that go on over lines, or stand on the line after their name, where a logger has prefixed each line.
 *
 * `clean` is the text as it is redacted with its prefixes; most texts need no second look.
 */
export function withoutPrefixedSecrets(text: string, clean: string, redacted: (text: string) => string): string {
  if (!text.includes('\n') || !clean.split('\n').slice(0, -1).some(mayGoOn)) return clean;
  const lines = text.split('\n');
  const [first, ...others] = lines.map(prefixOf);
  const prefixes = [first === '' ? prefixInside(lines[0], others[0]) : first, ...others];
  if (prefixes.every(prefix => prefix === '')) return clean;
  const rest = redacted(lines.map((line, index) => line.slice(prefixes[index].length)).join('\n')).split('\n');
  if (rest.length !== lines.length) return rest.join('\n');
  const before = redacted(prefixes.join('\n')).split('\n');
  return rest.map((line, index) => (before[index] ?? '') + line).join('\n');
}

/** In a table the name of a secret stands where Compose puts the name of a container. */
function prefixOf(line: string): string {
  const prefix = PREFIX.exec(line)?.[0] ?? '';
  return prefix.includes('|') && secretName(prefix.replace(/\W{1,20}$/, '')) !== undefined ? '' : prefix;
}

/** The words with which a message begins to quote a log. */
const BEFORE_QUOTE = /^[^'"`]{1,160}['"`]/;

/** What stands before the first line of a log that a message quotes: its own prefix, or the one of the next line, behind other words. */
function prefixInside(line: string, next: string): string {
  const words = BEFORE_QUOTE.exec(line)?.[0] ?? '';
  const quoted = words === '' ? '' : prefixOf(line.slice(words.length));
  const prefix = quoted === '' ? upTo(next, line) : words + quoted;
  return hintsOf(prefix).next().done ? prefix : '';
}

const upTo = (part: string, line: string): string => line.includes(part) ? line.slice(0, line.indexOf(part) + part.length) : '';

/** Of a long line the last letters are enough. */
const LONGEST_END = 160;

function mayGoOn(line: string): boolean {
  if (line.endsWith(PUT_ASIDE.slice(-1))) return true;
  const end = line.slice(-LONGEST_END);
  const last = [...hintsOf(end)].at(-1);
  return last !== undefined && ENDS_WITH_NAME.test(end.slice(last.index + last[0].length).replace(/^[\p{L}\p{N}\p{M}_.$-]*/u, ''));
}
