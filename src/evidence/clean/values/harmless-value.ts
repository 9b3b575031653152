import { looksRandom } from './looks-random';
import { PUT_ASIDE } from '../marks/marks';

/** Values that hide nothing and may be the very clue: nothing, a switch, a placeholder, or what was redacted before. */
const HARMLESS = new RegExp(`^(?:${[
  'null|undefined|none|nil|true|false|yes|no|on|off|n/a|empty|missing|not set|unset|required|optional',
  'is|was|are|has|not|and|or|must|should|cannot|for|the|from|in|at|to|of|via|by|when',
  'ldap|iam|basic|oauth2?|oidc|saml|kerberos|plain|bearer|invalid|expired|enabled|disabled|strict',
  String.raw`\*+|x+|\.+|…`,
  String.raw`<[^>]*>|\$\{[^}]*\}|\$\(?[a-z_]+\)?|\{\{?[\w .-]*\}?\}|%\(\w+\)s|%[sdvq]|\?|:\w+|%\w+%`,
  String.raw`\[redacted.*|[${PUT_ASIDE}].*`,
].join('|')})$`, 'is');

/** Brackets and quotes of what is around. */
const NOTHING_TO_READ = /^[^\p{L}\p{N}]{0,5}$|^\s*$/u;

/** A variable of a shell, as it is written there: `$DB_PASSWORD_2`. */
const VARIABLE = /^\$\(?[A-Z\d_]+\)?$/;

/** Where a secret lies: a file, or the name of a parameter. */
const PLACE = /^(?:\/[A-Za-z_][\w.-]*){2,}$/;

/** A number of things, beside a word such as `tokens` or `keys`; in an export the next field may follow. */
const COUNT = /^\d{1,7}(?:,[A-Za-z]\w*)?$/;

export const isHarmless = (value: string, mayCount = false): boolean =>
  NOTHING_TO_READ.test(value) || HARMLESS.test(value.trim()) || VARIABLE.test(value) || (mayCount && COUNT.test(value))
  || (PLACE.test(value) && !looksRandom(value, 16));

/** What goes on after a colon in a sentence about a secret. */
const SENTENCE = /^[ \t]+[\p{L}\d(]/u;
const SPEAKS_OF_A_FAULT = /(?:Error|Exception|Denied|Fault|Failure|Failed|Expired|Invalid|Unauthorized|NotFound|Missing)$/;

/** After a colon and a space an ordinary word is the sentence going on, as in `unable to read the secret: AccessDeniedException`. */
export function isProse(
  text: string,
  { name, start, end }: { readonly name: string; readonly start: number; readonly end: number },
  from: number,
  value: { readonly start: number; readonly end: number },
): boolean {
  const word = text.slice(value.start, value.end);
  if (!/[:：]/.test(text.slice(end, from)) || /\d|[@#$%^&*+=!]/.test(word)) return false;
  if (SPEAKS_OF_A_FAULT.test(word)) return true;
  if (/[ \t]/.test(text.slice(end, from)) && SENTENCE.test(text.slice(value.end, value.end + 2))) return true;
  return isOrdinary(name, text.slice(Math.max(0, start - 2), start)) || (/^(?:token|signature|auth)$/.test(name) && word.length < 16);
}

const isOrdinary = (name: string, before: string): boolean => /^(?!pass|pwd)[a-z]+$/.test(name) && /[\p{L}\d] $/u.test(before);
