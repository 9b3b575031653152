/** A pattern in plain spelling, with the number by which it is reported. */
interface Pattern {
  readonly text: string;
  readonly id: number;
}

/**
 * Finds any number of patterns in one pass over a text, so that a hundred signatures cost no more than one: at each character it
 * looks at those patterns only that begin as the text goes on there.
 *
 * It reads as people do: case, the kind of quotation mark, backslashes and the width of a gap do not count.
 */
export class MultiPatternSearch {
  private readonly ids = new Map<string, number>();
  private readonly groups: Pattern[][] = [[]];
  /** For each beginning the number of its group; 0 is the group without patterns. */
  private readonly groupOf = new Uint16Array(BEGINNINGS);
  /** The text that is searched, in plain spelling. */
  private plain = new Uint8Array(ROOM);

  public get size(): number {
    return this.ids.size;
  }

  /** The number by which a pattern is reported from now on. */
  public idOf(pattern: string): number {
    const text = plainly(pattern);
    const known = this.ids.get(text);
    if (known !== undefined) return known;

    if (text.length < LOOKED_AT) throw new Error(`the pattern '${pattern}' is shorter than the ${LOOKED_AT} characters that are looked up`);
    const id = this.ids.size;
    this.ids.set(text, id);
    let beginning = 0;
    for (let at = 0; at < LOOKED_AT; at++) beginning = withNext(beginning, text.charCodeAt(at));
    this.groupOf[beginning] ||= this.groups.push([]) - 1;
    this.groups[this.groupOf[beginning]].push({ text, id });
    return id;
  }

  /** Calls back for each place of a pattern in a text. */
  public search(text: string, found: (id: number) => void): void {
    if (text.length > this.plain.length) this.plain = new Uint8Array(text.length);
    const { plain, groupOf } = this;
    const length = spellPlainly(text, plain);
    let beginning = 0;
    for (let end = 1; end <= length; end++) {
      beginning = withNext(beginning, plain[end - 1]);
      const group = groupOf[beginning];
      if (group === 0) continue;
      const start = end - LOOKED_AT;
      for (const pattern of this.groups[group]) {
        if (start + pattern.text.length <= length && standsAt(plain, start, pattern.text)) found(pattern.id);
      }
    }
  }
}

/** So many characters are looked up, each by its last five bits: letters differ in those, and a comparison tells the others apart. */
const LOOKED_AT = 3;
const BEGINNINGS = 2 ** (5 * LOOKED_AT);

/** As long as the texts of a stop are; a longer one makes more room. */
const ROOM = 4096;

// eslint-disable-next-line no-bitwise -- half the time of the same in divisions, for each character of a log
const withNext = (beginning: number, code: number): number => ((beginning << 5) | (code & 31)) & (BEGINNINGS - 1);

/** From the end, because the beginnings are alike. */
function standsAt(plain: Uint8Array, start: number, pattern: string): boolean {
  for (let at = pattern.length - 1; at >= 0; at--) {
    if (plain[start + at] !== pattern.charCodeAt(at)) return false;
  }
  return true;
}

const GAP = 32;
const QUOTE = 39;
const PASSED_OVER = 0;
const FOREIGN = 127;

const PLAIN_ASCII = Uint8Array.from({ length: 128 }, (_, code) => plainAscii(code));

function plainAscii(code: number): number {
  const char = String.fromCharCode(code);
  if (char === '\\') return PASSED_OVER;
  if (char === '"' || char === '`') return QUOTE;
  return code <= GAP ? GAP : char.toLowerCase().charCodeAt(0);
}

function plainForeign(code: number): number {
  if (code >= 0x2018 && code <= 0x201f) return QUOTE;
  return code === 0xa0 ? GAP : FOREIGN;
}

/** Writes a text with one spelling for all that people read alike, and tells how long it became. */
function spellPlainly(text: string, plain: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const char = code < 128 ? PLAIN_ASCII[code] : plainForeign(code);
    if (char === PASSED_OVER || (char === GAP && length > 0 && plain[length - 1] === GAP)) continue;
    plain[length++] = char;
  }
  return length;
}

/** Nearly all patterns need no more than small letters. */
function plainly(pattern: string): string {
  const small = pattern.toLowerCase();
  if (/^(?: ?[!#-[\]-_a-~])*$/.test(small)) return small;
  const plain = new Uint8Array(pattern.length);
  return String.fromCharCode(...plain.subarray(0, spellPlainly(pattern, plain)));
}
