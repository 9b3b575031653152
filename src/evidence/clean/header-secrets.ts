import { PUT_ASIDE, type Marks } from './marks';

const AUTHORIZATION = String.raw`(\b(?:proxy-)?authorization\\*["']?(?:[ \t]*[:=：][ \t]*|%3A(?:%20|\+)?|\\*["']?[ \t]*,[ \t]*)\\*["']?)`;
const SCHEME = '(?:basic|bearer|digest|token|negotiate|ntlm|apikey|ssws|hawk|key|aws4-hmac-sha256)';
const BLANK = String.raw`(?:[ \t]+|%20|\+)`;

/** What goes out with a request to say who asks; each has the text before the secret, the secret, and its kind. */
const HEADERS: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['token', new RegExp(

    String.raw`${AUTHORIZATION}(${SCHEME}${BLANK}[^"'\n\\${PUT_ASIDE}]+|(?:[\w-]{3,24}${BLANK})?(?=[^\s"',]{0,64}\d`
      + String.raw`)[^\s"',\\${PUT_ASIDE}]{12,})`, 'gi',
  )],
  ['token', new RegExp(String.raw`(\bbearer${BLANK})((?=[\w.~+/-]{0,512}\d)[\w.~+/-]{12,}=*|[A-Za-z]{24,})`, 'gi')],
  ['password', new RegExp(String.raw`(\bbasic${BLANK})((?=[A-Za-z0-9+/]{0,512}[0-9=])[A-Za-z0-9+/]{8,}={0,2})`, 'gi')],
  ['cookie', new RegExp(
    String.raw`((?:set-)?cookie2?\\*["']?[ \t]{0,8}:[ \t]{0,8}\\*["']?)([^\s"'\n\\${PUT_ASIDE}][^"'\n\\${PUT_ASIDE}`
    + String.raw`]*)`, 'gi')],
  ['password', new RegExp(
    String.raw`((?:\bcurl\b|\bhttp\b)[^\n]{0,200}? (?:-u|--user|-a|--auth|--proxy-user|-U)(?: |=)["']?)([^\s:"'-][^`
    + String.raw`\s:"']{0,80}:[^\s"']+)`,
    'g',
  )],
  ['password', new RegExp(
    String.raw`(\b(?:mysql\w*|mariadb\w*|mongo\w*|sshpass|mysqldump|docker login|docker|podman|helm|sqlcmd|sqlplus|`
    + String.raw`isql|bcp|zip|7z|unzip)\b[^\n]{0,200}? (?:-p|-P|-w) ?["']?)([^\s"'-][^\s"']{2,})`,
    'g',
  )],
  ['password', /(\b(?:redis-cli|ldap\w+)\b[^\n]{0,200}? (?:-a|-w) ["']?)([^\s"'-][^\s"']{2,})/g],
  ['password', new RegExp(
    String.raw`(\b(?:identified\s{1,8}by|with\s{1,8}password|set\s{1,8}password|password\s{1,8}for\s{1,8}[^\n]{1,64`
    + String.raw`}?)\s{0,8}(?:=|to)?\s{0,8}(?:password\s{0,4}\(\s{0,4})?\\*["'])([^"'\n\\]+)`,
    'gi',
  )],
  ['password', /(\bidentified\s{1,8}by\s{1,8})((?!values\b)[^\s"';]{4,})/gi],
  ['password', /(-pass(?:in|out|phrase)? (?:pass:)?)([^\s"'-][^\s"']*)/g],
];

/** A port, a path or a placeholder after the option of a command is no password. */
const NO_PASSWORD = /^(?:\d{1,5}(?::\d{1,5})?(?:\/tcp)?$|[./~]|\$|<|[\ue000-\ue001])/;

export const withoutHeaderSecrets = (text: string, marks: Marks): string =>
  HEADERS.reduce((rest, [kind, shape]) => rest.replace(shape, (whole: string, before: string, secret: string) =>
    NO_PASSWORD.test(secret) ? whole : before + marks.hide(kind, secret.trimEnd()) + secret.slice(secret.trimEnd().length)), text);
