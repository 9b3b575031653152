import { MultiPatternSearch } from './multi-pattern-search';

/**
 * All state of the search: every pattern that a phrase needs, which of them decide whether a line is read, and which readers
 * look for each.
 *
 * It is filled while the signatures are loaded, and only read from then on.
 */
const SEARCH = new MultiPatternSearch();
const DECISIVE = new Set<number>();
const READERS_OF: number[][] = [];
let readers = 0;

/** The number of a pattern; the same for all that read alike. */
export const patternIdOf = (pattern: string): number => SEARCH.idOf(pattern);

/** From now on a line with this pattern is worth reading. */
export const markDecisive = (pattern: number): void => void DECISIVE.add(pattern);

/** Gives a reader its number; it finds nothing in evidence in which none of these patterns occurs. */
export function registerReader(patterns: Iterable<number>): number {
  const reader = readers++;
  for (const pattern of new Set(patterns)) (READERS_OF[pattern] ??= []).push(reader);
  return reader;
}

/** Scans some texts for all patterns at once. */
export class VocabularyScan {
  /** For each pattern, 1 where it occurs in any of the texts. */
  public readonly found = new Uint8Array(SEARCH.size);
  private readonly patterns: number[] = [];

  /** Scans one more text, and tells whether it has a decisive pattern. */
  public scan(text: string): boolean {
    let isDecisive = false;
    SEARCH.search(text, pattern => {
      if (this.found[pattern] === 0) {
        this.found[pattern] = 1;
        this.patterns.push(pattern);
      }
      isDecisive ||= DECISIVE.has(pattern);
    });
    return isDecisive;
  }

  /** For each reader, 1 where any of its patterns was found: nearly none, so that the others need not be asked. */
  public get concerned(): Uint8Array {
    const concerned = new Uint8Array(readers);
    for (const pattern of this.patterns) READERS_OF[pattern]?.forEach(reader => { concerned[reader] = 1; });
    return concerned;
  }
}
