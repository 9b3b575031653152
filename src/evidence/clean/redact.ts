import { withoutBareSecrets } from './bare-secrets';
import { bounded, visible } from './clean-text';
import { withoutCommandSecrets } from './command-secrets';
import { withoutEncodedSecrets } from './encoded-secrets';
import { withoutHeaderSecrets } from './header-secrets';
import { withoutLoginSecrets } from './login-secrets';
import { Marks, PUT_ASIDE } from './marks/marks';
import { withoutNamedSecrets } from './named-secrets';
import { withoutPrefixedSecrets } from './prefixed-secrets';
import { withoutPrivateKeys } from './private-keys';
import { withoutProseSecrets } from './prose-secrets';
import { withoutTableSecrets } from './table-secrets';
import { withoutUrlSecrets } from './url-secrets';
import { looksRandom } from './values/looks-random';
import { SECRET, SECRET_URL, SECRETS_THAT_HOLD } from '../../aws/secret-shapes';

/** What no rule is to touch: names of AWS resources, and digests. */
const KNOWN_NAMES = new RegExp(
  String.raw`\barn:aws[\w-]{0,20}:[\w-]{0,40}:[^\s"',;=&<>\\${PUT_ASIDE}]+|\bsha(?:256|384|512):[\da-f]{32,128}\b`, 'g');

/** A signed web token that a terminal or a mailer wrapped goes on over full lines. */
const WRAPPED_TOKEN = /(?<!(?<!\\)[\w.-])eyJ[\w.-]{13,8192}(?:(?:\n|\\{1,4}n)[\w.-]{4,100}(?=\n|$|[\s"'\\]))+/g;

/** The text without secrets, each marked; of any length. */
export function redactWhole(text: string, marks = new Marks()): string {
  const plain = marks.keepMarks(visible(text));
  const redacted = (part: string): string => withoutSecrets(part, marks);
  return marks.restored(withoutPrefixedSecrets(plain, withoutEncodedSecrets(redacted(plain), redacted), redacted));
}

function withoutSecrets(text: string, marks: Marks): string {
  const names = text.includes('arn:aws') || text.includes('sha') ? text.replace(KNOWN_NAMES, name => marks.keep(name)) : text;
  const rest = withoutShapes(withoutPrivateKeys(names, marks), marks);
  return WAYS_TO_TELL.reduce((left, without) => without(left, marks), rest);
}

/** By its place first, because a name or a look tells less surely where a secret ends. */
const WAYS_TO_TELL = [
  withoutUrlSecrets,
  withoutHeaderSecrets,
  withoutLoginSecrets,
  withoutCommandSecrets,
  withoutProseSecrets,
  withoutTableSecrets,
  withoutNamedSecrets,
  withoutBareSecrets,
];

function withoutShapes(text: string, marks: Marks): string {
  const whole = text.includes('eyJ') ? text.replace(WRAPPED_TOKEN, token => hideWrapped(token, marks)) : text;
  const closed = /slack\.com|webhook|telegram\.org/.test(whole) ? whole.replace(SECRET_URL, part => marks.hide('webhook', part)) : whole;
  return SECRETS_THAT_HOLD.reduce(
    (rest, { letters, shape }) => rest.includes(letters) ? rest.replace(shape, part => marks.hide('token', part)) : rest,
    closed.replace(SECRET, part => marks.hide('token', part)),
  );
}

/** Lines that look drawn by a generator belong to the token; the first that does not ends it. */
function hideWrapped(token: string, marks: Marks): string {
  const lines = token.split(/\n|\\{1,4}n/);
  const full = lines[0].length;
  const first = lines.findIndex((line, index) => index > 0 && !(looksRandom(line, 12) || lines[index - 1].length === full && index > 1));
  const end = first < 0 ? lines.length : first;
  if (end < 2) return token;
  return [marks.hide('token', lines.slice(0, end).join('')), ...lines.slice(end)].join('\n');
}

/** Beyond this, the middle of a text is not even looked at. */
const LONGEST_INPUT = 64 * 1024;

/** The text without secrets and without anything that acts on whoever shows it; doing it twice changes nothing more. */
export const redact = (text: string, marks?: Marks): string => bounded(redactWhole(withoutMiddle(text), marks));

/** A very long text without its middle; what the cut has torn apart goes too, because half a secret has no name before it. */
export function withoutMiddle(text: string, longest = LONGEST_INPUT): string {
  if (text.length <= longest) return text;
  const head = withoutTornWord(text.slice(0, longest / 2));
  const tail = text.slice(-longest / 2);
  const rest = /\s/.exec(tail)?.index;
  return `${head} … ${rest === undefined ? '' : tail.slice(rest).trimStart()}`;
}

/** Longer words are no secrets that a sentence holds, and keep their beginning. */
const LONGEST_TORN_WORD = 4096;

function withoutTornWord(head: string): string {
  let end = head.length;
  while (end > Math.max(0, head.length - LONGEST_TORN_WORD) && /\S/.test(head.charAt(end - 1))) end -= 1;
  return head.slice(0, end);
}
