import {
  ABOUT_A_SECRET, IN_COMPOUNDS, IN_OTHER_LANGUAGES, IN_OTHER_SCRIPTS, KEYS, KEYS_TO_NOTHING, OF_A_PLACE, WHOLE_WORDS, WORDS,
} from './secret-words';

/** Letters that may be typed without their marks. */
const withUnaccented = (words: readonly string[]): readonly string[] =>
  [...new Set(words.flatMap(word => [word, word.normalize('NFD').replace(/\p{M}/gu, '')]))];

const FOREIGN = withUnaccented(IN_OTHER_LANGUAGES);
const COMPOUNDS = withUnaccented(IN_COMPOUNDS);

/** The part of a name that says that a secret follows; names are compared in lower case, with `_` between their words. */
const SECRET_WORD = new RegExp([
  `(?:${KEYS.join('|')})_?keys?(?:_?id)?(?![^_\\d])`,
  `(?<![^_])(?:${WHOLE_WORDS.join('|')})(?![^_\\d])`,
  ...WORDS,
  // A case or an article may end the word.
  `(?<!\\p{L})(?:${FOREIGN.join('|')})(?:\\p{L}{1,3}(?!\\p{L}))?`,
  `(?:${COMPOUNDS.join('|')})(?:\\p{L}{1,3}(?!\\p{L}))?`,
  ...IN_OTHER_SCRIPTS,
].join('|'), 'gu');

const ABOUT = new RegExp(`(?:^|_)(?:${ABOUT_A_SECRET.join('|')})(?:_|$)`, 'u');
const PLACE_OR_TIME = new RegExp(`^(?:_?(?:${OF_A_PLACE.join('|')})(?:_(?:${OF_A_PLACE.join('|')}))*)?$`, 'u');

/** Any other key may be one, and so may a session. */
const SOME_KEY = new RegExp(`(?<!(?:^|_)(?:${KEYS_TO_NOTHING.join('|')}))_keys?(?:_?\\d{1,3})?$|(?:^|_)(?:sid|session)$`, 'u');

/** `PWD` and `OLDPWD` alone are the working directory. */
const NOT_NAMES = /^_*(?:old)?pwd_*$/;

/** How surely a name is that of a secret. */
export type SecretName = 'certain' | 'likely';

/** `dbPassword`, `db-password` and `DB_PASSWORD` are one name. */
export const wordsOf = (name: string): string => /[^\x00-\x7f]/.test(name)
  ? name.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '_').replace(/[^\p{L}\p{N}\p{M}]+/gu, '_').toLowerCase()
  : name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').replace(/[^A-Za-z\d]+/g, '_').toLowerCase();

/** Names repeat in a log. */
const ANSWERS = new Map<string, SecretName | undefined>();
const MOST_ANSWERS = 1000;

/** Whether the value of that name is a secret; undefined for any other name, and for what only tells something about a secret. */
export function secretName(name: string): SecretName | undefined {
  const known = ANSWERS.get(name);
  if (known !== undefined || ANSWERS.has(name)) return known;
  if (ANSWERS.size >= MOST_ANSWERS) ANSWERS.clear();
  const answer = judge(name);
  ANSWERS.set(name, answer);
  return answer;
}

function judge(name: string): SecretName | undefined {
  const words = wordsOf(name);
  const last = [...words.matchAll(SECRET_WORD)].at(-1);
  if (last === undefined) return SOME_KEY.test(words) ? 'likely' : undefined;
  if (NOT_NAMES.test(words) && !/^pwd$/i.test(name.replace(/[^a-z]/gi, ''))) return undefined;
  const rest = words.slice(last.index + last[0].length);
  if (PLACE_OR_TIME.test(rest)) return 'certain';
  return ABOUT.test(rest) || !rest.startsWith('_') ? undefined : 'likely';
}

/** Letters of which one is in every such name. */
const ENGLISH_HINTS = [
  'pass', 'pa?s(?:w|wor)d', 'pwd', 'pswd', 'psw', 'pword', 'secret', 'token', 'credential', 'signature', 'cookie', 'mnemonic', 'sess',
  'auth', 'key', 'phrase', '(?:device|cation|recovery|backup|pairing)[_-]?code', 'verifier', 'saml', 'assertion', 'secure[_-]?string',
  '(?<![a-z])pw', 'pw(?![a-z])', '(?<![a-z])pin(?![a-z])', 'pin_?(?:code|number)', 'otp', 'cvv', '(?<![a-z])pat(?![a-z])',
  'psk', '(?<![a-z])sid(?![a-z])', 'jwt', 'sas', 'bearer', 'salt', 'pepper', 'hmac',
];
const LATIN_HINTS = [...ENGLISH_HINTS, ...[...FOREIGN, ...COMPOUNDS].map(word => word.replace(/_\??/g, "[ _'-]?"))];

const EVERY_HINT = new RegExp([...LATIN_HINTS, ...IN_OTHER_SCRIPTS.map(word => word.replace(/_\??/g, '[ _-]?'))].join('|'), 'giu');
const PLAIN_HINT = new RegExp(LATIN_HINTS.filter(word => /^[\x20-\x7e]+$/.test(word)).join('|'), 'gi');

/** Where names of secrets may stand in a text; most texts hold plain letters alone. */
export const hintsOf = (text: string): RegExpStringIterator<RegExpExecArray> =>
  text.matchAll(/[^\x00-\x7f]/.test(text) ? EVERY_HINT : PLAIN_HINT);

/** Words at the end of a name that certainly promise a credential: a guardrail that refuses a template asks for no less. */
const CREDENTIAL_NAME = new RegExp([
  'passw(?:or)?d',
  '(?:^|_)(?:credentials?|passphrase|pass|pwd|secret|secret_?key_?base|(?<!request_?)token'
  + '|(?:access|api|auth|encryption|master|private|secret|signing)_?key)',
].map(words => `(?:${words})(?:_?\\d+)?$`).join('|'));

/** Whether a variable promises a credential by its name: `dbPassword`, `db-password` and `DB_PASSWORD` are one name. */
export function promisesCredential(name: string): boolean {
  const words = wordsOf(name);
  return CREDENTIAL_NAME.test(words) && !/^(?:old)?pwd$/.test(words);
}
