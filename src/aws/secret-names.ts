/** Kinds of keys that let in whoever has them. */
const SECRET_KEYS = ['access', 'api', 'auth', 'encryption', 'master', 'private', 'secret', 'signing'];

/** Kinds of keys of which some are secret and some are not. */
const DOUBTFUL_KEYS = ['account', 'app(?:lication)?', 'client', 'license', 'session', 'shared', 'subscription'];

/** What names of credentials end in; a `requestToken` makes a call repeatable and is none. */
const WORDS = [
  'credentials?',
  'passphrase',
  'passw(?:or)?d',
  'pwd',
  'secret',
  'secret[_-]?key[_-]?base',
  '(?<!request)token',
];

const keys = (kinds: readonly string[]): string => `(?:${kinds.join('|')})[_-]?key`;

/** Matches the end of a name whose value is a secret or may be one, in any case, for whoever would rather hide too much. */
export const SECRET_NAME = `(?:${[
  ...WORDS,
  '(?<=_)pass',
  'cookie',
  'signature',
  `${keys([...SECRET_KEYS, ...DOUBTFUL_KEYS])}(?:[_-]?id)?`,
].join('|')})`;

/** Matches a name in words of capital letters that certainly is one of a credential. */
const CREDENTIAL_NAME = new RegExp(`(?:passw(?:or)?d|(?:^|_)(?:${[...WORDS, 'pass', keys(SECRET_KEYS)].join('|')}))(?:_?\\d+)?$`, 'i');

/** `PWD` and `OLDPWD` alone are the working directory. */
const WORKING_DIRECTORY = /^(?:OLD)?PWD$/;

/** Whether a variable promises a credential by its name: `dbPassword`, `db-password` and `DB_PASSWORD` are one name. */
export function promisesCredential(name: string): boolean {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').toUpperCase();
  return CREDENTIAL_NAME.test(words) && !WORKING_DIRECTORY.test(words);
}
