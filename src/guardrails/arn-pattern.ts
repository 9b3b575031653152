/**
 * One piece of a pattern or an ARN: a character, `?`, `*`, or a part that stands for something in the app.
 *
 * A reference to a resource (`${stack/Logical.Arn}`) is equal to itself and to no other resource; any other symbol may turn out to be anything.
 */
type Part = { readonly kind: 'character' | 'resource' | 'symbol'; readonly value: string } | { readonly kind: 'one' | 'any' };

/** How two parts may lie beside each other. */
interface Fit {
  /** The two parts stand for the same piece of text. */
  readonly meets: (pattern: Part, arn: Part) => boolean;
  /** A part may stand for no text at all. */
  readonly vanishes: (part: Part) => boolean;
  /** A part may stand for another one and for more. */
  readonly swallows: (part: Part, other: Part) => boolean;
}

/** Whether a policy's pattern covers an ARN, whatever the symbolic parts turn out to be. */
export const surelyCovers = (pattern: string, arn: string): boolean => fits(pattern, arn, CERTAIN);

/** Whether a policy's pattern covers an ARN for some values of the symbolic parts. */
export const mayCover = (pattern: string, arn: string): boolean => fits(pattern, arn, POSSIBLE);

/** Most patterns are plain names, and need no more than a comparison. */
const fits = (pattern: string, arn: string, fit: Fit): boolean =>
  pattern === arn || (/[*?$]/.test(pattern + arn) && align(partsOf(pattern), partsOf(arn), fit));

/** Matches a symbolic part, or a character. */
const PARTS = /\$\{[^}]*\}|[\s\S]/g;

/** Matches a reference to a resource; `Ref` and `Arn` of the things that policies name are the same ARN. */
const RESOURCE = /^\$\{([^}]+\/[^}.]+)\.[^}]+\}$/;

const partsOf = (text: string): readonly Part[] => [...text.matchAll(PARTS)].map(([part]) => partOf(part));

function partOf(part: string): Part {
  if (part === '*') return { kind: 'any' };
  if (part === '?') return { kind: 'one' };
  if (part.length === 1) return { kind: 'character', value: part };
  const resource = RESOURCE.exec(part)?.[1];
  return resource === undefined ? { kind: 'symbol', value: part } : { kind: 'resource', value: resource };
}

/** Lays the pattern along the ARN; `row[j]` says whether the rest of the pattern covers the ARN from its part j on. */
function align(pattern: readonly Part[], arn: readonly Part[], fit: Fit): boolean {
  let row = [...arn.map((_, j) => arn.slice(j).every(fit.vanishes)), true];
  for (const part of [...pattern].reverse()) {
    const next = row;
    row = [...arn.map(() => false), fit.vanishes(part) && next[arn.length]];
    for (let j = arn.length - 1; j >= 0; j--) row[j] = covers(part, arn[j], fit, { both: next[j + 1], pattern: next[j], arn: row[j + 1] });
  }
  return row[0];
}

/** Whether one of the ways to go on, past one of the two parts or past both, leads to the end. */
function covers(part: Part, other: Part, fit: Fit, after: { readonly both: boolean; readonly pattern: boolean; readonly arn: boolean }): boolean {
  if (after.both && fit.meets(part, other)) return true;
  if (after.pattern && (fit.vanishes(part) || fit.swallows(other, part))) return true;
  return after.arn && (fit.vanishes(other) || fit.swallows(part, other));
}

const isSame = (a: Part, b: Part): boolean => 'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value;

const isText = ({ kind }: Part): boolean => kind === 'character' || kind === 'one';

/** Symbols stand for themselves and for nothing else. */
const CERTAIN: Fit = {
  meets: (pattern, arn) => (pattern.kind === 'one' ? isText(arn) : isSame(pattern, arn)),
  vanishes: part => part.kind === 'any',
  swallows: part => part.kind === 'any',
};

/** Symbols stand for anything; a resource's ARN for any text, but for no other resource. */
const POSSIBLE: Fit = {
  meets: (pattern, arn) => isSame(pattern, arn) || (isText(pattern) && isText(arn) && (pattern.kind === 'one' || arn.kind === 'one')),
  vanishes: part => part.kind === 'any' || part.kind === 'symbol',
  swallows: (part, other) => part.kind === 'any' || part.kind === 'symbol' || (part.kind === 'resource' && isText(other)),
};
