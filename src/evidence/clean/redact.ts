import { bounded, visible } from './clean-text';
import { SECRET_NAME } from '../../aws/secret-names';
import { PRIVATE_KEY_BEGINS, SECRET, SECRET_URL } from '../../aws/secret-shapes';

const REDACTED = '[redacted]';

/** Values that hide nothing and may be the very clue. */
const HARMLESS = /^(?:null|undefined|none|nil|true|false|yes|no|\*+|<[^>]*>|\$\{\w+\}|\[redacted.*|arn:aws.*)$/is;

/** Private keys, also those whose end or beginning was cut off. */
const PRIVATE_KEY = new RegExp([
  `${PRIVATE_KEY_BEGINS.source}[^-]{0,16000}(?:-----END [A-Z ]*PRIVATE KEY-----)?`,
  String.raw`(?<![A-Za-z0-9+/=\s])[A-Za-z0-9+/=\s]{64,}-----END [A-Z ]*PRIVATE KEY-----`,
].join('|'), 'g');

/** The header that carries credentials, up to them, and the schemes in which they may follow. */
const AUTHORIZATION = String.raw`(\bauthorization\\*["']?[ \t]*[:=][ \t]*\\*["']?)`;
const SCHEME = '(?:basic|bearer|digest|token|negotiate|apikey|aws4-hmac-sha256)';

/** How a secret is recognised by what stands around it, and what is left of it. */
type Redaction = readonly [shape: RegExp, left: string | ((whole: string, ...groups: string[]) => string)];

const REDACTIONS: readonly Redaction[] = [
  [SECRET_URL, REDACTED],
  // Headers.
  [
    new RegExp(`${AUTHORIZATION}(?:${SCHEME}[ \\t]+(?![ \\t]|\\[redacted)[^"'\\n\\\\]+|(?=[^\\s"',]*\\d)[^\\s"',\\\\]{12,})`, 'gi'),
    `$1${REDACTED}`,
  ],
  [/(\bbearer[ \t]+)(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/gi, `$1${REDACTED}`],
  [/(\bbasic[ \t]+)(?=[A-Za-z0-9+/]*[0-9=])[A-Za-z0-9+/]{8,}={0,2}/gi, `$1${REDACTED}`],
  [/((?:set-)?cookie[ \t]*:[ \t]*)(?![ \t]|\[redacted)[^"'\n\\]+/gi, `$1${REDACTED}`],
  // Lone tokens and passwords in URLs; a port is not a password.
  [/(:\/\/)[^\s/:@"'<>]{20,512}(?=(?::x-oauth-basic)?@)/g, `$1${REDACTED}`],
  [/(:\/\/[^\s/:@"'<>]{0,256}:)(?!\[redacted\]@)(?!\d*\/)[^\s"'<>@]{0,512}@(?:[^\s/"'<>@]{0,512}@)*/g, `$1${REDACTED}@`],
  // Pre-signed URLs: ECS pull errors contain them.
  [
    /([?&](?:x-amz-(?:signature|credential|security-token)|signature|awsaccesskeyid|key-pair-id|policy|sig)=)(?!\[redacted)[^\s&"'<>\\]+/gi,
    `$1${REDACTED}`,
  ],
  // `--password x`, quoted values and bare ones. ARNs are full of such words and are no secrets: they are eaten whole and put back.
  [new RegExp(`(--[\\w-]*${SECRET_NAME}[ \\t]+)(?![ \\t-]|\\[redacted)[^\\s"']+`, 'gi'), `$1${REDACTED}`],
  [new RegExp(`(${SECRET_NAME}\\\\*["']?[ \\t]*(?:=>|[:=])[ \\t]*)(\\\\*["'])((?:(?!\\2)(?:\\\\.|[^\\n]))*)`, 'gi'),
    (whole, name, quote, value) => isHarmless(value) ? whole : name + quote + REDACTED],
  [
    new RegExp(
      `(arn:aws[^\\s"',;=&]+)|(${SECRET_NAME}\\\\*["']?(?:[ \\t]+=>?[ \\t]+|=>?|:[ \\t]*))([^\\s,;&"'<>|\\\\:[\\]{}()][^\\s,;&"'<>|\\\\]*)`,
      'gi',
    ),
    (whole, arn, name, value) => arn !== undefined || isHarmless(value) || isProse(name, value) ? whole : name + REDACTED,
  ],
];

const isHarmless = (value: string): boolean => value === '' || HARMLESS.test(value);

/** After a colon an ordinary word is the sentence going on, as in `unable to read the secret: AccessDeniedException`. */
const isProse = (name: string, value: string): boolean => name.includes(':') && !/\d|[@#$%^&*+=]/.test(value);

/** Letters of which one is in everything that is looked for above; most texts have none of them and need no closer look. */
const HINTS = [
  'pass', 'pwd', 'secret', 'token', 'credential', 'signature', 'cookie', 'key', 'slack', 'webhook', 'telegram',
  'authorization', 'bearer', 'basic', '://', '?', '&',
];

function isSuspicious(text: string): boolean {
  const lower = text.toLowerCase();
  return HINTS.some(hint => lower.includes(hint));
}

/** Beyond this, the middle of a text is not even looked at. */
const LONGEST_INPUT = 32 * 1024;

/** The text without secrets and without anything that acts on whoever shows it; doing it twice changes nothing more. */
export const redact = (text: string): string => bounded(redactWhole(bounded(text, LONGEST_INPUT)));

/** Like `redact`, but of any length: for a text whose lines are bounded one by one. */
export function redactWhole(text: string): string {
  const rest = withoutPrivateKeys(visible(text)).replace(SECRET, REDACTED);
  return isSuspicious(rest) ? withoutNamedSecrets(rest) : rest;
}

const withoutPrivateKeys = (text: string): string => text.includes('PRIVATE KEY') ? text.replace(PRIVATE_KEY, REDACTED) : text;

const withoutNamedSecrets = (text: string): string =>
  REDACTIONS.reduce((rest, [shape, left]) => typeof left === 'string' ? rest.replace(shape, left) : rest.replace(shape, left), text);

/** A user and host in a URL only look like an address. */
const EMAIL = /(?<![\w.%+-]|:\/\/)[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,8}\.[a-z]{2,24}(?![\w-])/gi;

/** The text without e-mail addresses. */
export const redactEmails = (text: string): string => text.includes('@') ? text.replace(EMAIL, REDACTED) : text;
