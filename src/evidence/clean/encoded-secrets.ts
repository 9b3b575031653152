import { visible } from './clean-text';
import { OTHER_SCRIPTS, withLatinLetters } from './look-alikes';
import { PUT_ASIDE } from './marks/marks';

/** A way in which a text is written another time over. */
interface Encoding {
  /** A cheap look whether there is any. */
  readonly mayHold: RegExp;
  /** What is decoded as one. */
  readonly part: RegExp;
  readonly decoded: (part: string) => string;
}

const MARK = new RegExp(`([${PUT_ASIDE.charAt(0)}]\\d+[${PUT_ASIDE.charAt(1)}])`);

const ESCAPE = /\\{1,8}(?:u00|x)([0-7][\da-f])/gi;
const ENTITY = /&(?:(quot|apos|amp|lt|gt|nbsp)|#(\d{2,4})|#x([\da-f]{2,3}));/gi;
const NAMED_ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: ' ' };
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
/** Letters of full width, in circles, and of mathematics. */
const STYLED = /[\uff01-\uff5e\u24b6-\u24e9\u{1d400}-\u{1d7ff}]/gu;

const LINE = /.+/g;
const RUN = /(?<![^\s"<>])[^\s"<>]+/g;

/**
 * By URLs, by scripts and servers (`\u0022`, `\x22`), by pages, by keyboards of East Asia, in letters that look alike, and by
 * whoever wants one word of letters.
 */
const ENCODINGS: readonly Encoding[] = [
  // Letters alone first: an escaped blank is part of its value.
  { mayHold: /%[c-f][\da-f]%/i, part: RUN, decoded: part => part.replace(/(?:%[c-f][\da-f](?:%[89ab][\da-f]){1,3})+/gi, percentDecoded) },
  { mayHold: /%[\da-f]{2}/i, part: RUN, decoded: part => part.replace(/(?:%[\da-f]{2})+/gi, percentDecoded) },
  // An export doubles the quotes of what was escaped before.
  { mayHold: /""[\w@:/{[-]/, part: LINE, decoded: part => part.replace(/""/g, '"') },
  {
    mayHold: /\\(?:u00|x)[0-7]/i,
    part: LINE,
    decoded: part => part.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  },
  {
    mayHold: /\\["'nrt\\/]/,
    part: LINE,
    decoded: part => part.replace(/\\(["'nrt\\/])/g, (_, letter: string) => CONTROLS[letter] ?? letter),
  },
  { mayHold: /&[a-z#]\w{1,4};/i, part: LINE, decoded: part => part.replace(ENTITY, entityDecoded) },
  {
    mayHold: /[\uff01-\uff5e\u24b6-\u24e9\u{1d400}-\u{1d7ff}]/u,
    part: LINE,
    decoded: part => part.replace(STYLED, letter => letter.normalize('NFKC')),
  },
  { mayHold: OTHER_SCRIPTS, part: LINE, decoded: withLatinLetters },
  { mayHold: /(?<![\w+/-])[\w+/-]{40}/, part: /(?<![\w+/-])[\w+/-]{40,}={0,2}/g, decoded: base64Decoded },
];

/** A text may be encoded twice, as the target of a redirection; nobody reads more. */
const MOST_LAYERS = 3;

/** The text with those parts decoded and redacted that hold secrets only once they are decoded. */
export function withoutEncodedSecrets(text: string, redacted: (text: string) => string, layers = MOST_LAYERS): string {
  if (layers === 0) return text;
  return ENCODINGS.reduce((rest, { mayHold, part, decoded }) => !mayHold.test(rest) ? rest : rest.replace(part, written => {
    if (!mayHold.test(written)) return written;
    const plain = aroundMarks(written, piece => visible(decoded(piece)));
    if (plain === written) return written;
    const clean = withoutEncodedSecrets(redacted(plain), redacted, layers - 1);
    return clean === plain ? written : clean.replace(/\n/g, '\\n');
  }), text);
}

/** What is decoded may pretend to be a mark; what was one stays. */
const aroundMarks = (text: string, change: (part: string) => string): string =>
  text.split(MARK).map((piece, index) => index % 2 === 0 ? change(piece) : piece).join('');

function percentDecoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}

const entityDecoded = (_entity: string, name = '', decimal = '', hexadecimal = ''): string =>
  NAMED_ENTITIES[name.toLowerCase()] ?? String.fromCharCode(decimal === '' ? parseInt(hexadecimal, 16) : Number(decimal));

/** Of text alone; pictures, digests and keys in binary form are none. */
function base64Decoded(part: string): string {
  const text = (letters: string): string => Buffer.from(letters, 'base64').toString('latin1');
  return isText(text(part.slice(0, 24))) && isText(text(part)) ? text(part) : part;
}

const isText = (decoded: string): boolean => /^[\t\n\r\x20-\x7e]+$/.test(decoded);
