import type { Marks } from './marks/marks';

/** Which personal data is redacted. */
export type PersonalData = 'none' | 'emails' | 'all';

/** A user and host in a URL only look like an address. */
const EMAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.%+-]|://)[\p{L}\p{N}_.%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,8}\.[\p{L}]{2,24}`
  + String.raw`(?![\p{L}\p{N}_-]|:[a-z~])`, 'giu',
);
const CARD = /(?<![\w.:/-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])/g;
/** With the code of a country, or as people of North America write theirs. */
const PHONE = /(?<![\w.+-])(?:(?:\+|00)[1-9](?:[ ()/.-]{0,2}\d){7,14}|\([2-9]\d\d\) ?\d{3}-\d{4}|[2-9]\d\d-\d{3}-\d{4})(?![\w-])/g;
const IPV4 = /(?<![\w.:-])(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w-]|\.\d)/g;
const IPV6 = /(?<![\w:.])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\w:])/gi;

/** Addresses inside a VPC, of the machine itself and of AWS's own services on it say nothing about a person. */
const NOBODY = new RegExp(`^(?:${[
  '10',
  '127',
  '0',
  String.raw`169\.254`,
  String.raw`192\.168`,
  String.raw`172\.(?:1[6-9]|2\d|3[01])`,
  String.raw`100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])`,
  String.raw`2(?:2[4-9]|[345]\d)`,
].join('|')})\\.`);
const NOBODY_IN_6 = /^(?:f[cde]|fe80|::1$|\d{1,2}:\d{2}:\d{2}$)/i;

/** The text without what tells who a person is. */
export function withoutPersonalData(text: string, marks: Marks, which: PersonalData): string {
  if (which === 'none') return text;
  const hidden = (kind: string, isOne: (found: string) => boolean = () => true) =>
    (found: string): string => isOne(found) ? marks.hide(kind, found) : found;
  const kept = marks.keepMarks(text);
  const rest = kept.includes('@') ? kept.replace(EMAIL, hidden('email')) : kept;
  if (which === 'emails' || !/\d/.test(rest)) return marks.restored(rest);
  return marks.restored(rest
    .replace(IBAN, hidden('iban', isIban))
    .replace(CARD, hidden('card', isCard))
    .replace(PHONE, hidden('phone'))
    .replace(IPV4, hidden('ip address', address => !NOBODY.test(address)))
    .replace(IPV6, hidden('ip address', address => !NOBODY_IN_6.test(address) && /[a-f]|::|(?::.*){7}/i.test(address))));
}

/** ISO 13616: the remainder of the rearranged number is 1. */
function isIban(found: string): boolean {
  const letters = found.replace(/ /g, '');
  const digits = `${letters.slice(4)}${letters.slice(0, 4)}`.replace(/[A-Z]/g, letter => String(letter.charCodeAt(0) - 55));
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** The check digit of ISO/IEC 7812, so that ids of twelve or more digits stay. */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0 && /^[2-6]/.test(found);
}
