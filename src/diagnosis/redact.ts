import { bounded, visible } from './clean-text';

const REDACTED = '[redacted]';

/** Names whose values are secrets, wherever they stand: `DB_PASSWORD=…`, `"clientSecret": "…"`, `--api-key …`. */
const SECRET_NAME = '(?:passw(?:or)?d|passphrase|pwd|secret|token|credentials?|signature|cookie|api[_-]?key|apikey'
  + '|(?:access|account|auth|client|encryption|master|private|secret|session|shared|signing)[_-]?key(?:[_-]?id)?)';

/** Values that hide nothing and may be the very clue. */
const HARMLESS = /^(?:null|undefined|none|nil|true|false|yes|no|\*+|<[^>]*>|\$\{\w+\}|\[redacted.*|arn:aws.*)$/is;

/** How one kind of secret is recognised and what is left of it. */
type Redaction = readonly [shape: RegExp, left: string | ((whole: string, ...groups: string[]) => string)];

const REDACTIONS: readonly Redaction[] = [
  // Private keys, also those whose end or beginning was cut off.
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]{0,16000}(?:-----END [A-Z ]*PRIVATE KEY-----)?/g, REDACTED],
  [/(?<![A-Za-z0-9+/=\s])[A-Za-z0-9+/=\s]{64,}-----END [A-Z ]*PRIVATE KEY-----/g, REDACTED],
  // JWTs, and the tokens of ECR, which are one part of the same form.
  [/\beyJ[\w-]{8,4096}\.[\w-]{8,}(?:\.[\w-]*)?/g, REDACTED],
  [/\beyJ[\w+/-]{80,}={0,2}/g, REDACTED],
  // AWS: key ids, and the constant beginnings of session tokens.
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g, REDACTED],
  [/\b(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[\w+/=%-]*/g, REDACTED],
  // Tokens that say by their prefix whose they are: GitHub, GitLab, npm, PyPI, Slack, Stripe, OpenAI, Google, SendGrid, Hugging Face, Vault.
  [/\b(?:gh[pousr]_|github_pat_|glpat-|npm_|pypi-|xox[abeoprs]-|[rs]k_live_|sk-(?:ant-|proj-)?|AIza|ya29\.|SG\.|hf_|hv[sb]\.)[\w.-]{16,}/g, REDACTED],
  [/(\bhooks\.slack\.com\/services\/)[\w/]+/g, `$1${REDACTED}`],
  // Headers.
  [/(\bauthorization\\*["']?[ \t]*[:=][ \t]*\\*["']?)(?:(?:basic|bearer|digest|token|negotiate|apikey|aws4-hmac-sha256)[ \t]+(?![ \t]|\[redacted)[^"'\n\\]+|(?=[^\s"',]*\d)[^\s"',\\]{12,})/gi, `$1${REDACTED}`],
  [/(\bbearer[ \t]+)(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/gi, `$1${REDACTED}`],
  [/(\bbasic[ \t]+)(?=[A-Za-z0-9+/]*[0-9=])[A-Za-z0-9+/]{8,}={0,2}/gi, `$1${REDACTED}`],
  [/((?:set-)?cookie[ \t]*:[ \t]*)(?![ \t]|\[redacted)[^"'\n\\]+/gi, `$1${REDACTED}`],
  // Passwords and lone tokens in URLs; a port is not a password.
  [/(:\/\/[^\s/:@"'<>]{0,256}:)(?!\[redacted\]@)(?!\d*\/)[^\s"'<>@]{0,512}@(?:[^\s/"'<>@]{0,512}@)*/g, `$1${REDACTED}@`],
  [/(:\/\/)[^\s/:@"'<>]{20,512}@/g, `$1${REDACTED}@`],
  // Pre-signed URLs: ECS pull errors contain them.
  [/([?&](?:x-amz-(?:signature|credential|security-token)|signature|awsaccesskeyid|key-pair-id|policy|sig)=)(?!\[redacted)[^\s&"'<>\\]+/gi, `$1${REDACTED}`],
  // `--password x`, quoted values and bare ones. ARNs are full of such words and are no secrets: they are eaten whole and put back.
  [new RegExp(`(--[\\w-]*${SECRET_NAME}[ \\t]+)(?![ \\t-]|\\[redacted)[^\\s"']+`, 'gi'), `$1${REDACTED}`],
  [new RegExp(`(${SECRET_NAME}\\\\*["']?[ \\t]*(?:=>|[:=])[ \\t]*)(\\\\*["'])((?:(?!\\2)(?:\\\\.|[^\\n]))*)`, 'gi'),
    (whole, name, quote, value) => isHarmless(value) ? whole : name + quote + REDACTED],
  [new RegExp(`(arn:aws[^\\s"',;=&]+)|(${SECRET_NAME}\\\\*["']?(?:[ \\t]+=>?[ \\t]+|=>?|:[ \\t]*))([^\\s,;&"'<>|\\\\:[\\]{}()][^\\s,;&"'<>|\\\\]*)`, 'gi'),
    (whole, arn, name, value) => arn !== undefined || isHarmless(value) || isProse(name, value) ? whole : name + REDACTED],
];

const isHarmless = (value: string): boolean => value === '' || HARMLESS.test(value);

/** After a colon an ordinary word is the sentence going on, as in `unable to read the secret: AccessDeniedException`. */
const isProse = (name: string, value: string): boolean => name.includes(':') && !/\d|[@#$%^&*+=]/.test(value);

/** What each of the secrets above begins with or is named by; most texts have nothing of it and need no closer look. */
const SUSPICIOUS = new RegExp([
  'PRIVATE KEY', 'eyJ', 'A(?:KI|SI|BI|CC)A', 'IQoJ', '[FQ]?[wQ]oGZ', 'gh[pousr]_', 'github_pat_', 'glpat-', 'npm_', 'pypi-', 'xox', '[rs]k_live_', 'sk-', 'AIza',
  'ya29', 'SG\\.', 'hf_', 'hv[sb]\\.', 'hooks\\.slack', 'authorization', 'bearer', 'basic', 'cookie', ':\\/\\/', '[?&]', SECRET_NAME,
].join('|'), 'i');

/** Beyond this, the middle of a text is not even looked at. */
const LONGEST_INPUT = 32 * 1024;

/** The text without secrets and without anything that acts on whoever shows it; doing it twice changes nothing more. */
export const redact = (text: string): string => bounded(redactWhole(bounded(text, LONGEST_INPUT)));

/** Like `redact`, but of any length: for a text whose lines are bounded one by one. */
export function redactWhole(text: string): string {
  const clean = visible(text);
  return SUSPICIOUS.test(clean) ? withoutSecrets(clean) : clean;
}

const withoutSecrets = (text: string): string =>
  REDACTIONS.reduce((rest, [shape, left]) => typeof left === 'string' ? rest.replace(shape, left) : rest.replace(shape, left), text);

/** A user and host in a URL only look like an address. */
const EMAIL = /(?<![\w.%+-]|:\/\/)[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,8}\.[a-z]{2,24}(?![\w-])/gi;

/** The text without e-mail addresses. */
export const redactEmails = (text: string): string => text.includes('@') ? text.replace(EMAIL, REDACTED) : text;
