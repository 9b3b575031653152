/** Words that name a secret even at the end of a longer word, as in `PGPASSWORD`. */
const WORDS = [
  'passw(?:or)?ds?', 'passphrases?', 'passcodes?', 'pwd', 'secrets?',
  'credentials?', 'signature', 'cookies?', 'mnemonic', 'sess(?:ion)?_?id',
  '(?<!request_?|next_?|page_?|pagination_?|continuation_?|unexpected_?)tokens?',
];

/** Words that name a secret only where they stand alone: `REDIS_AUTH`, but not `compass`. */
const WHOLE_WORDS = ['pass', 'pw', 'auth', 'pin', 'otp', 'totp', 'cvv', 'pat', 'psk', 'jwt', 'sas', 'bearer'];

/** What a key opens or signs; a key of anything else names a place, as in `foreign key`. */
const KEYS = [
  'access', 'account', 'admin', 'aes', 'api', 'app', 'application', 'auth', 'cipher', 'client', 'consumer', 'cookie', 'crypto', 'deploy',
  'encryption', 'functions?', 'hmac', 'host', 'integration', 'jwt', 'license', 'licence', 'master', 'private', 'read', 'rsa', 'secret',
  'server', 'service', 'session', 'shared', 'signing', 'ssh', 'storage', 'subscription', 'webhook', 'write',
];

/** What people outside English call a password. */
const IN_OTHER_LANGUAGES = [
  'passwort', 'kennwort', 'geheimnis', 'contrase(?:n|ñ)a', 'clave', 'mot_de_passe',
  'motdepasse', 'mdp', 'senha', 'chave', 'parola', 'wachtwoord',
  'l(?:o|ö)senord', 'has(?:l|ł)o', 'heslo', 'salasana', 'adgangskode',
  'passord', '(?:s|ş)ifre', 'jelsz(?:o|ó)', 'geslo', 'lozinka', 'sandi',
  'm(?:a|ậ)t_kh(?:a|ẩ)u', 'пароль', 'секрет', 'токен', 'κωδικός', 'パスワード', '暗証番号', '密码', '密碼', '口令', '密钥', '密鑰', '비밀번호', '암호',
  'كلمة_المرور', 'סיסמה', 'סיסמא', 'รหัสผ่าน', 'पासवर्ड',
];

/** The part of a name that says that a secret follows; names are compared in lower case, with `_` between their words. */
const SECRET_WORD = new RegExp([
  `(?:${KEYS.join('|')})_?keys?(?:_?id)?(?![^_\\d])`,
  `(?<![^_])(?:${WHOLE_WORDS.join('|')})(?![^_\\d])`,
  ...WORDS,
  ...IN_OTHER_LANGUAGES,
].join('|'), 'gu');

/** What follows the word in names that tell something about a secret and not the secret. */
const ABOUT_A_SECRET = new RegExp(`(?:^|_)(?:${[
  'policy', 'files?', 'path', 'dir', 'names?', 'arns?', 'length', 'len',
  'size', 'ttl', 'age', 'expir\\w*', 'valid\\w*', 'urls?', 'uris?', 'hosts?',
  'port', 'types?', 'count', 'limits?', 'rotat\\w*', 'enabled', 'disabled', 'required', 'missing', 'algorithm', 'alg', 'method', 'mode',
  'endpoint', 'prefix', 'suffix', 'version', 'versions?_?id', 'timeout', 'source',
  'provider', 'store', 'manager', 'managers', 'issuer', 'field', 'header',
  'format', 'reset', 'changed', 'error', 'exception', 'service', 'filter',
  'class', 'usage', 'used', 'max', 'min', 'region', 'account', 'scope',
  'location', 'domain', 'samesite', 'secure', 'httponly', 'id', 'realm',
  'status', 'state', 'at', 'date', 'time', 'plugin', 'options?', 'encoding',
].join('|')})(?:_|$)`, 'u');

/** What follows the word in names of the secret of one place or time: `DB_PASSWORD_PROD`. */
const OF_A_PLACE = new RegExp(`^(?:_?(?:${[
  '\\d+', 'v\\d+', 'prod(?:uction)?', 'live', 'stag(?:e|ing)', 'dev(?:elopment)?', 'test',
  'qa', 'uat', 'base', 'value', 'string', 'text', 'plain', 'raw',
  'old', 'new', 'current', 'previous', 'next', 'primary', 'secondary', 'main',
  'backup', 'default', 'b64', 'base64', 'env', 'admin', 'root', 'user', 'app',
  'db', 'api', 'read', 'write', 'ro', 'rw', 'salt', 'seed', 'pepper', 'hex', 'pem', 'hash', 'eu', 'us',
].join('|')}))*$`, 'u');

/** `PWD` and `OLDPWD` alone are the working directory. */
const NOT_NAMES = /^_*(?:old)?pwd_*$/;

/** How surely a name is that of a secret. */
export type SecretName = 'certain' | 'likely';

/** `dbPassword`, `db-password` and `DB_PASSWORD` are one name. */
export const wordsOf = (name: string): string => name
  .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '_')
  .replace(/[^\p{L}\p{N}\p{M}]+/gu, '_')
  .toLowerCase();

/** Whether the value of that name is a secret; undefined for any other name, and for what only tells something about a secret. */
export function secretName(name: string): SecretName | undefined {
  const words = wordsOf(name);
  const last = [...words.matchAll(SECRET_WORD)].at(-1);
  if (last === undefined || (NOT_NAMES.test(words) && !/^pwd$/i.test(name.replace(/[^a-z]/gi, '')))) return undefined;
  const rest = words.slice(last.index + last[0].length);
  if (OF_A_PLACE.test(rest)) return 'certain';
  return ABOUT_A_SECRET.test(rest) || !rest.startsWith('_') ? undefined : 'likely';
}

/** Letters of which one is in every such name, to find them in a text. */
export const SECRET_NAME_HINT = new RegExp([
  'pass', 'pwd', 'secret', 'token', 'credential', 'signature', 'cookie', 'mnemonic',
  'sess', 'auth', 'key', '\\bpw', '\\bpin\\b', 'otp', 'cvv', '_pat\\b',
  'psk', 'jwt', 'sas', 'bearer', 'passwort', 'kennwort', 'geheimnis',
  'contrase', 'clave', 'mot[ _-]de[ _-]passe', 'mdp', 'senha', 'chave', 'parola', 'wachtwoord',
  'l[oö]senord', 'has[lł]o', 'heslo', 'salasana', 'adgangskode', '[sş]ifre', 'jelsz', 'geslo', 'lozinka', 'sandi', 'm[aậ]t[ _]kh[aẩ]u',
  'парол', 'секрет', 'токен', 'κωδικ', 'パスワード', '暗証番号', '密码', '密碼', '口令', '密钥', '密鑰', '비밀번호', '암호', 'كلمة', 'סיסמ', 'รหัสผ่าน', 'पासवर्ड',
].join('|'), 'giu');

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
