import type { Marks } from './marks/marks';
import { type PlaceOfSecret, withoutThoseOf } from './place-of-secret';
import { looksRandom } from './values/looks-random';
import { secretName } from '../../aws/secret-names';

/** How a program says that somebody logs in. */
const LOGS_IN = `(?:${[
  'log(?:s|ged|ging)?[ -]?(?:in|on)(?:to)?', 'sign(?:s|ed|ing)?[ -]?in', 'authenticat(?:es?|ed|ing|ion)',
  'connect(?:s|ed|ing)?', 'bound|binds?',
].join('|')})`;

/** What programs log in with that is no password: a method, a protocol, a library or a thing with its number. */
const METHOD = new RegExp(`^(?:${[
  'oauth', 'openid', 'saml', 'https?', 'tlsv?', 'sslv?', 'sha', 'md', 'hs', 'rs', 'es', 'ps', 'utf', 'ipv', 'psycopg', 'python', 'node',
  'php', 'java', 'mysql', 'postgres(?:ql)?', 'redis', 'mongo(?:db)?', 'sqlite', 'log4j', 'pkcs', 'argon', 'ed', 'x', 'p', 'aes',
  'base', 'auth', 'ntlmv', 'krb', 'profile', 'account', 'role', 'user', 'proxy', 'replica', 'server', 'host',
  'region', 'cluster', 'pool', 'worker', 'device', 'session',
  'method', 'option', 'version', 'key', 'slot', 'port', 'step', 'attempt', 'retry', 'stream', 'topic', 'queue', 'schema', 'table',
].join('|')})\\d{1,5}[a-z]{0,3}(?:\\.\\d{1,5})?$`, 'i');

const SIGNS = /[!#$^*?~]/;

/** A word with digits that names no method, as passwords of people are: `hunter2horse`, `Sommer2024!`. */
const isPassword = (word: string): boolean =>
  !METHOD.test(word) && !/^(?:[\da-f-]{6,}|0x[\da-f]+|\d[\d.,]*[a-z]{0,3})$/i.test(word)
  && (SIGNS.test(word) || /^[a-z]{4,32}\d{1,8}[a-z]{0,32}$/i.test(word) || looksRandom(word, 8));

const isDrawn = (word: string): boolean => looksRandom(word, 8) || SIGNS.test(word) && /[a-z\d]/i.test(word);

/** The default communities open nothing that was closed. */
const isCommunity = (word: string): boolean => !/^(?:public|private|edition|version|string|strings|name|index|id|is|not)$/i.test(word);

const beginsWithName = (before: string): boolean => secretName(/^[\w.]{1,80}/.exec(before)?.[0] ?? '') === 'certain';

const VALUE = String.raw`([^\s"'\x60,;:=/&%\\()<>\[\]{}]{6,128})`;

const PLACES: readonly PlaceOfSecret[] = [
  {
    mayHold: /\busing\b/i,
    shape: new RegExp(
      String.raw`(\b${LOGS_IN}\b[^\n]{0,60}?\busing(?: |:[ \t]{0,4}\n?[ \t]{0,8})["'\x60]?)${VALUE}(?=$|[\s"'\x60,;.:)\\])`, 'gim',
    ),
    isSecret: isPassword,
  },
  {
    mayHold: /\bwith\b/i,
    shape: new RegExp(String.raw`(\b${LOGS_IN}\b[^\n]{0,60}? with ["'\x60]?)${VALUE}(?=$|[\s"'\x60,;.:)\\])`, 'gim'),
    isSecret: word => looksRandom(word, 10) && /[A-Z]/.test(word) && /[a-z]/.test(word) && isPassword(word),
  },
  // `login as app / …`
  {
    mayHold: /(?:log|sign) ?in /i,
    shape: new RegExp(String.raw`(\b(?:log|sign) ?in (?:as|with) [\w.@-]{1,64} ?[/:] ?)${VALUE}`, 'gi'),
    isSecret: isPassword,
  },
  // What Redis lets a user in with.
  { mayHold: /setuser/i, shape: /(\bsetuser \S{1,64}[^\n]{0,80}? >)([^\s"']{3,128})/gi },
  // `credentials app/…` and `credentials app:…`
  {
    mayHold: /credentials? /i,
    shape: new RegExp(String.raw`(\bcredentials? (?:for )?[\w.@-]{1,64}[/:])${VALUE}`, 'gi'),
    isSecret: isDrawn,
  },
  // What lets a program read a device by SNMP.
  {
    mayHold: /community/i,
    shape: new RegExp(
      String.raw`(\b(?:snmp[^\n]{0,80}?\bcommunity(?: string)?|community string|r[ow]community6?)`
      + String.raw`(?:[ \t]{0,4}[:=][ \t]{0,4}|[ \t]{1,4})["']?)([^\s"',;]{3,64})`, 'gi',
    ),
    isSecret: isCommunity,
  },
  { mayHold: /\bsnmp\w/, shape: /(\bsnmp\w{2,12}\b[^\n]{0,80}? -c ?["']?)([^\s"'-][^\s"']{2,63})/g, isSecret: isCommunity },
  // `SECRET_KEY_BASE for production: …`
  {
    mayHold: /(?:pass|secret|token|key|credential)\w{0,20} (?:for|of) /i,
    shape: /(\b[\w.]{3,60} (?:for|of) [^\n:="']{1,64}: ["']?)([^\s"'&%]{6,256})/g,
    isSecret: (secret, before) => beginsWithName(before) && (looksRandom(secret, 8) || /^[\da-f]{32,}$/.test(secret)),
  },
  // `ADMIN_PASSWORD is set to …`
  {
    mayHold: /(?:set|changed|reset|updated|rotated|initialized|defaults?|defaulted|back) to /i,
    shape: new RegExp(
      String.raw`(\b[\w.]{3,60} (?:is |was |has been |will be )?(?:now )?`
      + String.raw`(?:set|changed|reset|updated|rotated|initialized|defaults?|defaulted|falls back) to ["'\x60]?)`
      + String.raw`([^\s"'\x60]{6,128})`, 'gi',
    ),
    isSecret: (secret, before) => beginsWithName(before) && (isDrawn(secret) || /_/.test(before) && /[a-z][A-Z]/.test(secret)),
  },
  { mayHold: /(?:Unseal|Recovery) Key/, shape: /(\b(?:Unseal|Recovery) Key(?: \d{1,2})?: )([\w+/=-]{20,})/g },
  // What a server of mail is told, in base64.
  {
    mayHold: /334 UGFzc3dvcmQ6/,
    shape: new RegExp(
      String.raw`(\b334 UGFzc3dvcmQ6(?:\r|\\{1,4}r)?(?:\n|\\{1,4}n)(?:[^\n\\]{0,60}[ :>])?)`
      + String.raw`([A-Za-z\d+/]{6,}={0,2})(?![A-Za-z\d+/=])`, 'g',
    ),
  },
];

/** The text without the passwords that its sentences about a login tell. */
export const withoutLoginSecrets = (text: string, marks: Marks): string =>
  PLACES.reduce((rest, place) => withoutThoseOf(place, rest, marks), text);
