import { PUT_ASIDE, type Marks } from './marks/marks';

const AUTHORIZATION = String.raw`(\b(?:proxy-)?authorization(?:\\{0,8}["'])?(?:[ \t]{0,8}[:=：][ \t]{0,8}|[ \t]{0,8},[ \t]{0,8})`
  + String.raw`[\[(]{0,2}(?:\\{0,8}["'])?)`;
const SCHEME = '(?:basic|bearer|token|negotiate|ntlm|apikey|ssws|key|geniekey|aws4-hmac-sha256)';
const BLANK = String.raw`(?:[ \t]+|\+)`;

/** Schemes whose credentials are a list of pairs: `Digest username="…", response="…"`. */
const PAIR = String.raw`[\w-]{1,40}=(?:\\{0,4}"{1,2}[^"\\\n]{0,2048}\\{0,4}"{1,2}|[^\s",]{1,2048})`;
const PAIRS = String.raw`(?:digest|hawk|oauth|mac|signature|sharedkey|acs3-hmac-sha256)${BLANK}`
  + String.raw`(?:${PAIR}|[^\s",=]{1,2048})(?:,[ \t]{0,4}${PAIR}){0,16}`;

/** What goes out with a request to say who asks; each has the text before the secret, the secret, and its kind. */
const HEADERS: readonly (readonly [kind: string, shape: RegExp])[] = [
  ['token', new RegExp(`${AUTHORIZATION}(${PAIRS})`, 'gi')],
  ['token', new RegExp(
    String.raw`${AUTHORIZATION}(${SCHEME}${BLANK}[^"'\n\\${PUT_ASIDE}]+|(?:[\w-]{3,24}${BLANK})?(?=[^\s"',]{0,64}\d`
    + String.raw`)[^\s"',\\${PUT_ASIDE}]{12,})`, 'gi',
  )],
  ['token', new RegExp(String.raw`(\bbearer${BLANK})((?=[\w.~+/-]{0,512}\d)[\w.~+/-]{12,}=*|[A-Za-z]{24,})`, 'gi')],
  ['password', new RegExp(String.raw`(\bbasic${BLANK})((?=[A-Za-z0-9+/]{0,512}[0-9=])[A-Za-z0-9+/]{8,}={0,2})`, 'gi')],
  ['cookie', new RegExp(
    String.raw`((?:set-)?cookie2?\\*["']?[ \t]{0,8}:[ \t]{0,8}\[?[ \t]?\\*["']?)([^\s"'\n\\${PUT_ASIDE}\[][^"'\n\\${PUT_ASIDE}]*)`, 'gi',
  )],
  // Headers whose names speak of no secret.
  ['token', new RegExp(
    String.raw`(\bx-(?:honeycomb-team|sf-token|shopify-hmac-sha256|line-signature|hub-signature(?:-256)?|slack-signature)`
    + String.raw`["']?[ \t]{0,8}[:=][ \t]{0,8}["']?)([^\s"',]{8,})`, 'gi',
  )],
];

/** Most texts hold none of these words, and need no closer look. */
const MAY_HOLD = /authorization|bearer|basic|cookie|x-[hsl]/i;

export const withoutHeaderSecrets = (text: string, marks: Marks): string => !MAY_HOLD.test(text) ? text
  : HEADERS.reduce((rest, [kind, shape]) => rest.replace(shape, (_: string, before: string, secret: string) =>
    before + marks.hide(kind, secret.trimEnd()) + secret.slice(secret.trimEnd().length)), text);
