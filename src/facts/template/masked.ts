/** A text whose symbolic parts stand as one character each, so that it can be cut at `:`, `/` and `@` without cutting through a name. */
export interface Masked {
  readonly text: string;
  /** Puts the symbolic parts back. */
  readonly unmask: (part: string) => string;
}

/** The first of the characters that Unicode leaves to private use: no name of AWS contains them. */
const FIRST = 0xe000;

/** Matches a character that stands for a symbolic part. */
export const SYMBOL = /[\ue000-\uf8ff]/;

export function mask(text: string): Masked {
  const symbols: string[] = [];
  const masked = text.replace(/\$\{[^}]*\}/g, symbol => String.fromCharCode(FIRST + symbols.push(symbol) - 1));
  return { text: masked, unmask: part => part.replace(/[\ue000-\uf8ff]/g, symbol => symbols[symbol.charCodeAt(0) - FIRST] ?? symbol) };
}
