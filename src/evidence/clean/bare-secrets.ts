import type { Marks } from './marks/marks';
import { looksRandom } from './values/looks-random';
import { secretName } from '../../aws/secret-names';

/** A word for what lets somebody in, and what follows it on its line, to the end of a word. */
const NEIGHBOURS = new RegExp(
  String.raw`(?<![/.-])(?:\b(?:access|secret|api|auth|signing|private|invalid|bad|wrong)[ _-]?keys?\b|secret|toke`
  + String.raw`n|credential|passw|\bpwd\b|\b401\b|unauthori[sz]ed)[^\n]{0,160}[A-Za-z0-9+/_=.~-]{0,511}`,
  'gi',
);
/** A run that may be a secret; what stands directly before it may say that it is something else. */
const RUN = /(?<![\w+/=.~@:-])[A-Za-z0-9+_=-][A-Za-z0-9+/_=.~-]{15,511}(?![\w+/])/g;
const NOT_SECRET_BEFORE = new RegExp(
  String.raw`(?:sha\d{1,3}[-:]|(?:id|digest|hash|etag|integrity|checksum|revision|commit|version|build|image|path`
  + String.raw`|file|trace|span|request|host|bucket|stream|arn)s?["']?[ :=]{1,3}["']?)$`,
  'i',
);

/** A key of whatever: nothing but its letters tells that it opens something. */
const KEY_ALONE = new RegExp(
  String.raw`((?<![\w$./-])(?:([A-Za-z]{1,14})[ _-])?keys?\\{0,4}["']?[ \t]{0,4}[:=][ \t]{0,4}\\{0,4}["']?)`
  + String.raw`([\w+-]{12,128}={0,2})(?![\w./:+-])`, 'gi');

/** The form of an AWS secret access key. */
const SECRET_ACCESS_KEY = /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g;

const KEY_OF_A_WEB_KEY = /("(?:d|p|q|dp|dq|qi|k)\\*"\s{0,8}:\s{0,8}\\*")([\w-]{16,})/g;
const MNEMONIC = /((?:mnemonic|seed|recovery|phrase)[^\n]{0,24}?[:= "'])((?:[a-z]{3,8} ){11,23}[a-z]{3,8})(?![a-z])/gi;

/** The text without what neither its name nor its form gives away, but how it looks and what stands near. */
export function withoutBareSecrets(text: string, marks: Marks): string {
  const hidden = (kind: string) => (_: string, before: string, secret: string) => before + marks.hide(kind, secret);
  let rest = text.includes('kty') ? text.replace(KEY_OF_A_WEB_KEY, hidden('private key')) : text;
  if (/mnemonic|seed|phrase|recovery/i.test(rest)) rest = rest.replace(MNEMONIC, hidden('secret'));
  if (/key/i.test(rest)) {
    rest = rest.replace(KEY_ALONE, (whole, before: string, word: string | undefined, key: string) =>
      isOfThreeKinds(key) && (word === undefined || secretName(`${word}_key`) !== undefined) ? before + marks.hide('key', key) : whole);
  }
  rest = rest.replace(SECRET_ACCESS_KEY, key => isSecretAccessKey(key) ? marks.hide('AWS secret key', key) : key);
  return rest.replace(NEIGHBOURS, part => part.replace(RUN, (run, offset: number) =>
    NOT_SECRET_BEFORE.test(part.slice(Math.max(0, offset - 24), offset)) || !isToken(run) ? run : marks.hide('secret', run)));
}

/** Forty letters of three kinds in no order; the name of a resource and a path, such as that of a construct, consist of words. */
const isSecretAccessKey = (key: string): boolean =>
  !LOGICAL_ID.test(key) && !isPathOfWords(key) && looksRandom(key, 12) && /[A-Z]/.test(key) && /[a-z]/.test(key) && /\d/.test(key);

const isPathOfWords = (key: string): boolean =>
  key.includes('/') && (key.match(/[A-Z]?[a-z]{3,}/g) ?? []).join('').length >= 0.7 * key.length;

const isOfThreeKinds = (key: string): boolean =>
  looksRandom(key, 12) && /[A-Z]/.test(key) && /[a-z]/.test(key) && (key.match(/\d/g)?.length ?? 0) > 1;

/** What the CDK calls a resource: words, and eight digits of its path. */
const LOGICAL_ID = /^(?:[A-Z][a-z]{1,30}){2,12}[A-Z\d]{0,4}[A-F\d]{8}$/;

/** Words between slashes, dots or hyphens are a path, a host or a name, however long. */
const isToken = (run: string): boolean =>
  !LOGICAL_ID.test(run) && looksRandom(run, 20) && (run.match(/\d/g)?.length ?? 0) > 2
  && run.split(/[./_-]/).some(part => looksRandom(part, 12)) && !/^[a-z0-9]+(?:[.-][a-z0-9]+)+$/.test(run);
