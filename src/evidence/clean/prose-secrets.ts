import { type Marks, PUT_ASIDE } from './marks/marks';
import { type PlaceOfSecret, withoutThoseOf } from './place-of-secret';
import { looksRandom } from './values/looks-random';
import { secretName } from '../../aws/secret-names';

const beginsWithName = (before: string): boolean => secretName(/^[\w.]{1,80}/.exec(before)?.[0] ?? '') === 'certain';
const isDrawn = (secret: string): boolean => looksRandom(secret, 8);

/** Schemes of stores and queues, whose URLs nearly always hold a password behind the user. */
const STORES = [
  'postgres(?:ql)?', 'mysql', 'mariadb', 'mongodb(?:\\+srv)?', 'rediss?', 'amqps?', 'nats', 'mqtts?', 'ldaps?', 'smtps?', 's?ftps?',
  'clickhouse', 'mssql', 'sqlserver', 'neo4j(?:\\+s)?', 'bolt', 'snowflake', 'cockroachdb', 'couchbases?',
].join('|');

const PLACES: readonly PlaceOfSecret[] = [
  // What Pydantic says of a setting on the line after its name.
  {
    mayHold: /input_value=/,
    shape: new RegExp(String.raw`(^[\w.]{1,80}\n[^\n]{0,200}\[type=\w{1,40}, input_value=["']?)([^"'\n,\]]{4,256})`, 'gm'),
    isSecret: (_, before) => beginsWithName(before),
  },
  // A URL whose end is cut off, before its host.
  {
    mayHold: /:\/\//,
    shape: new RegExp(
      String.raw`(\b(?:${STORES})://[^\s/:@"'<>${PUT_ASIDE}]{1,128}:)(?!\d{1,5}(?![\w%]))`
      + String.raw`([^\s/:@"'<>${PUT_ASIDE}]{4,256})(?=$|[\s"'…]|\.{3})`, 'gm',
    ),
  },
  // `dial user:password@host:5432`, a URL without its scheme.
  {
    mayHold: /@[\w.-]{1,253}(?::\d|\/)/,
    shape: new RegExp(
      String.raw`((?<![\w@:/.\\-]|://)(?:[a-z]{2,12}//)?(?!mailto:|sip:|acct:|xmpp:)[A-Za-z_][\w.-]{0,63}:)`
      + String.raw`([^\s:@/"'<>${PUT_ASIDE}]{4,128})(?=@[A-Za-z\d][\w.-]{0,252}(?::\d{2,5}\b|/))`, 'g',
    ),
  },
  {
    mayHold: /--password-stdin|sudo -S/,
    shape: /(\b(?:echo|printf)(?: -\w| ['"]%s['"])? ["']?)([^\s"'|$]{4,512})(?=["']? {0,4}\|)/g,
  },
  { mayHold: /\bhtpasswd\b/, shape: /(\bhtpasswd -\w{0,8}b\w{0,8} \S{1,200} \S{1,64} ["']?)([^\s"']{3,})/g },
  // `-u user -p password` of any program; a port and a path are none.
  { mayHold: / -p[ =]/, shape: / (-u(?:ser)?[ =]\S{1,64} -p[ =]["']?)((?!\d{1,5}(?:[:/]\S{0,40})?(?:\s|$)|[./~$<])[^\s"'-][^\s"']{2,})/g },
  {
    mayHold: /\bsed\b/,
    shape: /(\bsed\b[^\n]{0,120}?\bs([/|#])[^/|#\n]{0,60}(?:pass|secret|token|key|pwd)[^/|#\n]{0,60}[/|#])([^/|#\n]{4,256})/gi,
  },
  {
    mayHold: /\bgot\b|\breceived\b|\bwas\b|\bfound\b/i,
    shape: new RegExp(
      String.raw`(\b(?:secret|passw\w{0,6}|token|key|credential)s?\b["'\x60]?[^\n"'\x60]{0,80}`
      + String.raw`\b(?:got|received|was|found):?(?: string)? ["'\x60])`
      + String.raw`([^"'\x60\s]{6,256})(?=["'\x60])`, 'gi',
    ),
    isSecret: isDrawn,
  },
  {
    mayHold: /\(/,
    shape: /(\b(?:log ?in|sign ?in|auth\w{0,12}|credentials?|account)\b[^\n()]{0,40}\([\w.@-]{1,64} ?[/:] ?)([^\s()/]{6,128})(?=\))/gi,
    isSecret: isDrawn,
  },
  {
    mayHold: /pass\w{0,6} (?:for|of) /i,
    shape: /(\bpass(?:word|phrase|code) (?:for|of) [^\n:="']{1,64}: ["']?)([^\s"']{6,256})/gi,
    isSecret: isDrawn,
  },
  // What Terraform changes, and what is given to a parameter that is encrypted.
  {
    mayHold: / -> ["']/,
    shape: /((?:^|["'\x60])[ \t~+-]{0,8}[\w.]{1,80}[ \t]{1,60}= (?:"[^"\n]{0,200}"|\([\w ]{1,40}\)) -> ["'])([^"'\n]{4,256})/gm,
    isSecret: (_, before) => beginsWithName(before.replace(/^["'\x60 \t~+-]{1,9}/, '')),
  },
  { mayHold: /SecureString/, shape: /(--type SecureString[^\n]{0,120} --value[ =]["']?)([^\s"']{3,512})/g },
  { mayHold: /SecureString/, shape: /(--value[ =]["']?)([^\s"']{3,512})(?=["']?[^\n]{0,120} --type SecureString)/g },
  { mayHold: /ssh-keygen/, shape: /(\bssh-keygen\b[^\n]{0,120} -N ["']?)([^\s"'-][^\s"']{2,})/g },
  { mayHold: /<<</, shape: /(\b(?:sudo -S|passwd|login|su)\b[^\n]{0,80}<<< ?["']?)([^\s"']{4,256})/g },
  // What a server says of the password that it made.
  {
    mayHold: /password/i,
    shape: new RegExp(
      String.raw`(\bpassword (?:is |was |has been )?(?:auto-)?(?:generated|created|set|changed|reset)\b[^\n:]{0,60}(?:: | to ))`
      + String.raw`([^\s"']{6,256})`, 'gi',
    ),
    isSecret: secret => /\d/.test(secret) && /[A-Za-z]/.test(secret) || /[#@!$%^&*]/.test(secret),
  },
  {
    mayHold: /password[^\n]{0,80}:\s{0,4}\n/i,
    shape: /(\bpassword\b[^\n]{0,80}:[ \t]{0,4}(?:\n[ \t]{0,8}){1,2})([a-f\d]{32})(?![\w-])/gi,
  },
  { mayHold: /\/credentials\//, shape: /(\/v\d\/credentials\/)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/g },
  { mayHold: /sonar\./, shape: /(\bsonar\.(?:login|token)=)([a-f\d]{40}|squ_\w{20,})/g },
  // A name whose beginning is cut off.
  {
    mayHold: /(?:\.\.|…)\w{0,6}(?:word|ecret|oken)/,
    shape: /((?:\.{2,3}|…)\w{0,6}(?:word|ecret|oken)\\{0,4}["']?\s{0,4}[:=]\s{0,4}\\{0,4}["']?)([^\s"'\\,]{4,512})/g,
  },
  { mayHold: /"Plaintext/, shape: /("Plaintext\\{0,4}"\s{0,8}:\s{0,8}\\{0,4}")([\w+/=]{16,})/g },
  {
    mayHold: /form-data;/,
    shape: /(form-data; name="[^"\n]{1,80}"\r?\n)([^\n]{1,512})(?=\r?\n--)/g,
    isSecret: (_, before) => secretName(/"([^"]*)"/.exec(before)?.[1] ?? '') === 'certain',
  },
  { mayHold: /(?:otp|OTP|code)/, shape: /(\b(?:OTP|otp|one-time|verification|2fa|mfa)(?: code)?(?: is)?[ :=]{1,3})(\d{4,8})\b/gi },
  {
    mayHold: /reset|verif|confirm|activat|invit|magic|unsubscribe/i,
    shape: /(\/[\w-]{0,30}(?:reset|verif|confirm|activat|invit|magic|unsubscribe)[\w-]{0,30}\/)([a-f\d]{32,128})(?![\w-])/gi,
  },
];

/** The text without the secrets that their place in it tells. */
export const withoutProseSecrets = (text: string, marks: Marks): string =>
  PLACES.reduce((rest, place) => withoutThoseOf(place, rest, marks), text);
