import { withoutInsertedSecrets } from './inserted-secrets';
import type { Marks } from './marks/marks';

const PROGRAMS_WITH_P = [
  'mysql\\w*', 'mariadb\\w*', 'mongo\\w*', 'sshpass', 'docker login', 'docker', 'podman', 'skopeo', 'helm', 'sqlcmd', 'isql', 'bcp', 'zip',
  '7z', 'unzip', 'beeline', 'wget', 'bq', 'influx', 'clickhouse-client', 'cqlsh', 'trino', 'snowsql', 'vsql', 'impala-shell',
];
const PROGRAMS_WITH_A = ['redis-cli', 'valkey-cli', 'ldap\\w+', 'rabbitmqadmin', 'ipmitool'];

/** What a database is told: `IDENTIFIED BY`, `WITH PASSWORD`, `SET PASSWORD FOR … =`. */
const STATEMENT = [
  String.raw`identified\s{1,8}by(?:\s{1,8}values)?`,
  String.raw`identified\s{1,8}with\s{1,8}\S{1,64}\s{1,8}(?:by|as)`,
  String.raw`with\s{1,8}(?:encrypted\s{1,8})?password`,
  String.raw`set\s{1,8}password`,
  String.raw`password\s{1,8}for\s{1,8}[^\n=]{1,64}=`,
].join('|');

/** Functions of libraries that are given a user and a password: stack traces of PHP and Java print what they were called with. */
const FUNCTIONS = [
  'PDO(?:->__construct)?', 'mysqli?(?:_connect|->__construct|->real_connect)?',
  '(?:mysqli|pg|oci|odbc|ldap|ftp|sqlsrv)_(?:p?connect|bind|login)',
  'getConnection', 'createConnection', '\\w{0,20}[Aa]uth=?',
  'pgp_sym_(?:en|de)crypt(?:_bytea)?', 'AES_(?:EN|DE)CRYPT', '(?:new )?[A-Z]\\w{0,30}Credentials?', 'PasswordAuthentication',
];

/** A form of command, and a cheap look whether there is any; its shape has the text before the password, and the password. */
interface Command { readonly mayHold: RegExp; readonly shape: RegExp }

const OPTION = / -[upaUPw-]/;

/** Commands of shells, of SQL, and of protocols, and functions, which take a password by its place. */
const COMMANDS: readonly Command[] = [
  // curl -u user:password
  {
    mayHold: OPTION,
    shape: new RegExp(
      String.raw`(\b(?:curl|https?)\b[^\n]{0,200}? (?:-u|--user|-a|--auth|--proxy-user|-U)(?: |=)["']?)`
      + String.raw`([^\s:"'-][^\s:"']{0,80}:[^\s"']+)`, 'g',
    ),
  },
  {
    mayHold: OPTION,
    shape: new RegExp(String.raw`(\b(?:${PROGRAMS_WITH_P.join('|')})\b[^\n]{0,200}? (?:-p|-P|-w) ?["']?)([^\s"'-][^\s"']{2,})`, 'g'),
  },
  {
    mayHold: OPTION,
    shape: new RegExp(String.raw`(\b(?:${PROGRAMS_WITH_A.join('|')})\b[^\n]{0,200}? (?:-a|-w|-P) ["']?)([^\s"'-][^\s"']{2,})`, 'g'),
  },
  // sqlplus user/password@host
  { mayHold: /@/, shape: /(\b(?:sqlplus|sqlldr|rman|expdp|impdp)\b[^\n]{0,80}? [\w$#]{1,64}\/)([^\s@/"']{3,128})(?=@)/g },
  {
    mayHold: /password|identified/i,
    shape: new RegExp(
      String.raw`(\b(?:${STATEMENT})\s{0,8}(?:=|to)?\s{0,8}(?:(?:old_)?password\s{0,4}\(\s{0,4})?N?\\*["'])([^"'\n\\]+)`, 'gi',
    ),
  },
  { mayHold: /password/i, shape: /(\bpassword\s{0,4}\(\s{0,4}\\*["'])([^"'\n\\]+)/gi },
  { mayHold: /identified/i, shape: /(\bidentified\s{1,8}by\s{1,8})((?!values\b)[^\s"';]{4,})/gi },
  { mayHold: /-pass/, shape: /((?<!\w)-pass(?:in|out|phrase)? (?:pass:)?)([^\s"'-][^\s"']*)/g },
  // Redis, SMTP, FTP, POP3 and IMAP
  {
    mayHold: /AUTH/,
    shape: new RegExp(
      String.raw`(\bAUTH[ \t]{1,4}(?:(?:PLAIN|LOGIN)[ \t]{1,4}|[\w.-]{1,64}[ \t]{1,4})?["']?)`
      + String.raw`((?=[^\s"']{0,64}\d)(?:[^\s"',;)\\]|\\(?![nrt"'\\])){6,})`, 'g',
    ),
  },
  {
    mayHold: /pass|auth/i,
    shape: /(\b(?:requirepass|masterauth|auth[-_]pass[ \t]{1,4}[\w.-]{1,64})[ \t]{1,4}["']?)((?=[^\s"']{0,64}[\d\W])[^\s"',;)]{4,})/gi,
  },
  {
    mayHold: /PASS|LOGIN/,
    shape: /((?:^|[^\w-])(?:PASS|LOGIN[ \t]{1,4}[^\s"']{1,64})[ \t]{1,4}["']?)((?=[^\s"']{0,64}\d)[^\s"',;)]{6,})/gm,
  },
  {
    mayHold: /\(/,
    shape: new RegExp(
      String.raw`(\b(?:${FUNCTIONS.join('|')})\((?:[^\n)]{0,200}?,\s{0,4})?(?:\w{1,32}|b?["'][^"'\n]{0,128}["']),\s{0,4}b?["'])`
      + String.raw`([^"'\n]{3,128})(?=["'])`, 'g',
    ),
  },
];

/** A port, a path or a placeholder after the option of a command is no password. */
const NO_PASSWORD = /^(?:\d{1,5}(?::\d{1,5})?(?:\/tcp)?$|[./~]|\$\w+$|\$[{(]|<|[\ue000-\ue001])/;

/** The text without the passwords that commands and functions take by their place. */
export const withoutCommandSecrets = (text: string, marks: Marks): string =>
  COMMANDS.reduce((rest, { mayHold, shape }) => !mayHold.test(rest) ? rest : rest.replace(shape, (whole, before: string, secret: string) =>
    NO_PASSWORD.test(secret) ? whole : before + marks.hide('password', secret)), withoutInsertedSecrets(text, marks));
