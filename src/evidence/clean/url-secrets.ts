import { PUT_ASIDE, type Marks } from './marks/marks';
import { isHarmless } from './values/harmless-value';
import { looksRandom } from './values/looks-random';

/** The user of a URL, and the colon before the password. */
const USER = new RegExp(String.raw`://[^\s/:@"'<>${PUT_ASIDE}]{0,256}:`, 'g');

/** What ends a URL in any text. */
const WORD = new RegExp(String.raw`[^\s"'<>${PUT_ASIDE}]{0,512}`, 'y');
const ODD_WORD = new RegExp(String.raw`[^\n@${PUT_ASIDE}]{1,128}@(?=[\w.-]{1,253}(?::\d|/|\?|\s|["',)]|$))`, 'y');

const PORT = /^\d{1,5}(?=$|[\s/?#"'<>,;)\]}.]|:)/;

/** A token in the place of the user, with or without a constant password. */
const LONE_TOKEN = new RegExp(String.raw`(://)([^\s/:@"'<>${PUT_ASIDE}]{20,512}(?::x-oauth-basic)?)(?=@)`, 'g');

/** Forms of database drivers that are no URLs: `user:password@tcp(host)`, `thin:user/password@host`. */
const DRIVER = new RegExp(String.raw`(\b[\w.-]{1,64}:)([^\s@:/${PUT_ASIDE}]{1,128})(?=@(?:tcp|unix)\()`, 'g');
const ORACLE = new RegExp(
  String.raw`(\bthin:[^\s/:@]{1,64}/|(?<![\w@/.-])[\w$#]{1,64}/(?=[^\s@/]{3,128}@(?://)?[\w.-]{1,253}:\d{4,5}/))`
  + String.raw`([^\s@${PUT_ASIDE}]{1,128})(?=@)`, 'g',
);
/** A line of `.pgpass`: host, port, database, user, password. */
const PGPASS = new RegExp(
  String.raw`((?<![\w.*-])[\w.*-]{1,253}:(?:\d{2,5}|\*):[A-Za-z*_][\w*-]{0,63}:[A-Za-z*_][\w*-]{0,63}:)([^\s:"'/${PUT_ASIDE}`
  + String.raw`]{4,128})`, 'g');

/** Parts of a query that are secrets by their name: pre-signed URLs, signatures of storage accounts, codes of OAuth. */
const QUERY = new RegExp(

  String.raw`([?&](?:x-(?:amz|goog)-(?:signature|credential|security-token)|signatur`
    + String.raw`e|awsaccesskeyid|key-pair-id|policy|sig`
  + String.raw`|api_?key|key|token|auth|pass|pw)=)([^\s&"'<>\\${PUT_ASIDE}]+)`,
  'gi',
);
const CODE = new RegExp(
  String.raw`([?&](?:code|state|nonce|code_verifier|refresh|assertion|SAMLResponse|SAMLRequest|ticket)=)((?=[^\s&`
  + String.raw`]{0,40}\d)[\w%/.+~-]{20,})`, 'gi');

/** A link that lets in whoever has it: `/password/reset/…`, `/invitations/…/accept`. */
const LINK = new RegExp(
  '(/(?:reset|verify|verification|confirm(?:ation)?|activat(?:e|ion)|invit(?:es?|ations?)|magic(?:-link)?'
  + '|unsubscribe|tokens?|auth|share|s|sessions?|password|login|sso)'
  + String.raw`/)([A-Za-z0-9_~-]{20,512})(?![\w-])`, 'gi');

/** The text without what a URL must not show. */
export function withoutUrlSecrets(text: string, marks: Marks): string {
  const urls = text.includes('://') ? withoutPasswords(text.replace(LONE_TOKEN, hidden('token', marks)), marks) : text;
  const queries = /[?&]/.test(urls)
    ? urls.replace(QUERY, (whole, name, value) =>
      /^(?:true|false|\d{1,4}|[a-z]{1,12})$/i.test(value) && /(?:key|token|auth|pass|pw)=$/i.test(name)
        ? whole : name + marks.hide(/sig/i.test(name) ? 'signature' : 'token', value)).replace(CODE, hidden('token', marks))
    : urls;
  return withoutDriverPasswords(text.includes('/') ? queries.replace(LINK, (whole, before: string, token: string) =>
    looksRandom(token, 20) ? before + marks.hide('token', token) : whole) : queries, marks);
}

/** The text without the passwords of connection strings that are no URLs. */
function withoutDriverPasswords(text: string, marks: Marks): string {
  const drivers = /@(?:tcp|unix)\(|\bthin:|@(?:\/\/)?[\w.-]{1,253}:\d{4,5}\//.test(text)
    ? text.replace(DRIVER, hidden('password', marks)).replace(ORACLE, hidden('password', marks))
    : text;
  return /:(?:\d{2,5}|\*):[A-Za-z*_]/.test(drivers) ? drivers.replace(PGPASS, hidden('password', marks)) : drivers;
}

const hidden = (kind: string, marks: Marks) => (_: string, before: string, value: string): string => before + marks.hide(kind, value);

function withoutPasswords(text: string, marks: Marks): string {
  let [rest, from] = ['', 0];
  for (const { index, 0: user } of text.matchAll(USER)) {
    const start = index + user.length;
    if (index < from) continue;
    const end = passwordEnd(text, start);
    if (end === undefined || isHarmless(text.slice(start, end))) continue;
    rest += text.slice(from, start) + marks.hide('password', text.slice(start, end));
    from = end;
  }
  return rest + text.slice(from);
}

/** Up to the last `@` of the word, because passwords hold some; a password of several words ends at the first one before a host. */
function passwordEnd(text: string, start: number): number | undefined {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0].split('://')[0] ?? '';
  if (PORT.test(text.slice(start, start + 8))) return undefined;
  const last = word.lastIndexOf('@');
  if (last >= 0) return start + last;
  ODD_WORD.lastIndex = start;
  const odd = ODD_WORD.exec(text)?.[0];
  return odd === undefined || odd.includes('://') ? undefined : start + odd.length - 1;
}
