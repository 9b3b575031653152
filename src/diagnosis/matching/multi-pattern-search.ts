/** Where a search stands when it has read nothing of any pattern. */
const ROOT = 0;
const MOST_STATES = 2 ** 16;

/** The machine of one vocabulary: where each state goes on each kind of character, and which patterns end there. */
interface Machine {
  readonly width: number;
  readonly kindOf: Uint8Array;
  readonly next: Uint16Array;
  /** Where anything ends at all: nearly nowhere, so this is asked first. */
  readonly isEnd: Uint8Array;
  readonly ends: readonly (readonly number[])[];
}

/**
 * Finds any number of patterns in one pass over a text (Aho–Corasick), so that a hundred signatures cost no more than one.
 *
 * It reads as people do: case, the kind of quotation mark, backslashes and the width of a gap do not count.
 */
export class MultiPatternSearch {
  private readonly ids = new Map<string, number>();
  private machine: Machine | undefined;

  public get size(): number {
    return this.ids.size;
  }

  /** The number by which a pattern is reported from now on. */
  public idOf(pattern: string): number {
    const plain = plainly(pattern);
    const known = this.ids.get(plain);
    if (known !== undefined) return known;

    this.machine = undefined;
    this.ids.set(plain, this.ids.size);
    return this.ids.size - 1;
  }

  /** Calls back for each end of a pattern in a text. */
  public search(text: string, found: (id: number) => void): void {
    const { width, kindOf, next, isEnd, ends } = this.machine ??= build([...this.ids.keys()]);
    let state = ROOT;
    let before = NOTHING;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const kind = kindOf[code < 128 ? code : plainForeign(code)];
      if (kind === PASSED_OVER || (kind === GAP && before === GAP)) continue;
      before = kind;
      state = next[state * width + kind];
      if (isEnd[state] === 1) ends[state].forEach(found);
    }
  }
}

/** The kinds of character that every vocabulary has; the others are numbered from 2. */
const NOTHING = 0;
const GAP = 1;
const PASSED_OVER = 255;

const SPACE = 32;
const QUOTE = 39;
const BACKSLASH = 92;
const FOREIGN = 127;

/** The code that stands for all that people read alike. */
const plainCode = (code: number): number => code < 128 ? PLAIN_ASCII[code] : plainForeign(code);

const PLAIN_ASCII = Uint8Array.from({ length: 128 }, (_, code) => plainAscii(code));

function plainAscii(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code === 34 || code === 96) return QUOTE;
  return code <= SPACE ? SPACE : code;
}

function plainForeign(code: number): number {
  if (code >= 0x2018 && code <= 0x201f) return QUOTE;
  return code === 0xa0 ? SPACE : FOREIGN;
}

const plainly = (pattern: string): string =>
  String.fromCharCode(...Array.from(pattern, char => plainCode(char.charCodeAt(0)))).replaceAll('\\', '').replace(/ +/g, ' ');

function build(patterns: readonly string[]): Machine {
  const kinds = [' ', ...new Set(patterns.join('').replaceAll(' ', ''))];
  const kindOf = Uint8Array.from({ length: 128 }, (_, code) => kindOfPlain(kinds, plainCode(code)));
  const width = kinds.length + 1;
  const next = new Uint16Array(patterns.reduce((sum, pattern) => sum + pattern.length, 1) * width);
  const ends: number[][] = [[]];
  patterns.forEach((pattern, id) => {
    let state = ROOT;
    for (let at = 0; at < pattern.length; at++) {
      const edge = state * width + kindOf[pattern.charCodeAt(at)];
      if (next[edge] === ROOT) next[edge] = ends.push([]) - 1;
      state = next[edge];
    }
    ends[state].push(id);
  });
  requireCountable(ends.length);
  fallBack(next, ends, width);
  return { width, kindOf, next, isEnd: Uint8Array.from(ends, ids => Number(ids.length > 0)), ends };
}

/** States are numbered with 16 bits; with more of them the search would silently go astray. */
function requireCountable(states: number): void {
  if (states <= MOST_STATES) return;
  throw new Error(`the vocabulary needs ${states} states, but a state is a number of 16 bits and the most are ${MOST_STATES}; `
    + 'remove or shorten phrases, or number the states with 32 bits');
}

const kindOfPlain = (kinds: readonly string[], code: number): number =>
  code === BACKSLASH ? PASSED_OVER : kinds.indexOf(String.fromCharCode(code)) + 1;

/** Lets each state that cannot go on do so from the longest ending of its text that is itself the beginning of a pattern. */
function fallBack(next: Uint16Array, ends: number[][], width: number): void {
  const fallsTo = new Uint16Array(ends.length);
  const queue = [...next.subarray(0, width)].filter(state => state !== ROOT);
  for (const state of queue) {
    ends[state].push(...ends[fallsTo[state]]);
    for (let kind = 0; kind < width; kind++) {
      const instead = next[fallsTo[state] * width + kind];
      const child = next[state * width + kind];
      if (child === ROOT) {
        next[state * width + kind] = instead;
      } else {
        fallsTo[child] = instead;
        queue.push(child);
      }
    }
  }
}
