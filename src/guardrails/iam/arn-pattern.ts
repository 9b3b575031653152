/**
 * One piece of a pattern or an ARN: a character, `?`, `*`, or a part that stands for something in the app.
 *
 * A reference to a resource (`${stack/Logical.Arn}`) is equal to itself and to no other resource; a word
 * (`${AWS::Region}`) fills a field of an ARN and no more; any other symbol may turn out to be anything.
 */
type Part = { readonly kind: 'character' | 'resource' | 'word' | 'symbol'; readonly value: string } | { readonly kind: 'one' | 'any' };

/** How two parts may lie beside each other. */
interface Fit {
  /** The two parts stand for the same piece of text. */
  readonly meets: (pattern: Part, arn: Part) => boolean;
  /** A part may stand for no text at all. */
  readonly vanishes: (part: Part) => boolean;
  /** A part may stand for another one and for more. */
  readonly swallows: (part: Part, other: Part) => boolean;
}

/** Stands for another text each time. */
const NOBODY_KNOWS = '${?}';

/** Whether a policy's pattern covers an ARN, whatever the symbolic parts turn out to be. */
export const surelyCovers = (pattern: string, arn: string): boolean => fits(pattern, arn, CERTAIN);

/** Whether a policy's pattern covers an ARN for some values of the symbolic parts. */
export const mayCover = (pattern: string, arn: string): boolean => fits(pattern, arn, POSSIBLE);

/** Most patterns are plain names, and need no more than a comparison. */
const fits = (pattern: string, arn: string, fit: Fit): boolean =>
  (pattern === arn && !pattern.includes(NOBODY_KNOWS)) || (/[*?$]/.test(pattern + arn) && align(partsOf(pattern), partsOf(arn), fit));

/** Matches a symbolic part, or a character. */
const PARTS = /\$\{[^}]*\}|[\s\S]/g;

/** Matches a reference to a resource; `Ref` and `Arn` of the things that policies name are the same ARN. */
const RESOURCE = /^\$\{((?:[^}/]*\/)+[^}/.]+)\.[^}/]+\}$/;

/** Matches what AWS fills in without a colon or a slash. */
const WORD = /^\$\{AWS::(AccountId|Partition|Region|StackName|URLSuffix)\}$/;

const TAKEN_APART = new Map<string, readonly Part[]>();

/** Takes a text apart; each one is compared with many others, in two ways. */
function partsOf(text: string): readonly Part[] {
  const parts = TAKEN_APART.get(text) ?? [...text.matchAll(PARTS)].map(([part]) => partOf(part));
  if (TAKEN_APART.size >= MOST_REMEMBERED) TAKEN_APART.clear();
  TAKEN_APART.set(text, parts);
  return parts;
}

/** A few services' worth: their ARNs are not asked for again. */
const MOST_REMEMBERED = 1000;

function partOf(part: string): Part {
  if (part === '*') return { kind: 'any' };
  if (part === '?') return { kind: 'one' };
  if (part.length === 1) return { kind: 'character', value: part };
  const resource = RESOURCE.exec(part)?.[1];
  if (WORD.test(part)) return { kind: 'word', value: part };
  return resource === undefined ? { kind: 'symbol', value: part } : { kind: 'resource', value: resource };
}

/**
 * Lays the pattern along the ARN, past what both have in common: most patterns differ from most ARNs in their first
 * parts, or in their last.
 */
function align(pattern: readonly Part[], arn: readonly Part[], fit: Fit): boolean {
  const start = alike(pattern, arn);
  const [patternLeft, arnLeft] = [pattern.slice(start).reverse(), arn.slice(start).reverse()];
  const end = alike(patternLeft, arnLeft);
  if (differs(pattern[start], arn[start]) || differs(patternLeft[end], arnLeft[end])) return false;
  return lay(patternLeft.slice(end), arnLeft.slice(end).reverse(), fit);
}

/**
 * How many parts two texts begin with in common: a Region or a parameter has one value in both, but of a resource one may have the name
 * and the other the ARN.
 */
function alike(one: readonly Part[], other: readonly Part[]): number {
  const first = one.findIndex((part, index) => part.kind === 'resource' || other[index] === undefined || !isSame(part, other[index]));
  return first < 0 ? one.length : first;
}

const differs = (one: Part | undefined, other: Part | undefined): boolean =>
  one?.kind === 'character' && other?.kind === 'character' && one.value !== other.value;

/** Takes the pattern from its end; `row[j]` says whether the rest of the pattern covers the ARN from its part j on. */
function lay(reversedPattern: readonly Part[], arn: readonly Part[], fit: Fit): boolean {
  const rest = [...arn].reverse().findIndex(part => !fit.vanishes(part));
  let row = [...arn.map((_, j) => rest < 0 || j >= arn.length - rest), true];
  for (const part of reversedPattern) {
    const next = row;
    row = [...arn.map(() => false), fit.vanishes(part) && next[arn.length]];
    for (let j = arn.length - 1; j >= 0; j--) row[j] = covers(part, arn[j], fit, { both: next[j + 1], pattern: next[j], arn: row[j + 1] });
  }
  return row[0];
}

/** Ways to go on from two parts: past both, past the pattern's, or past the ARN's. */
type Ways = Readonly<Record<'both' | 'pattern' | 'arn', boolean>>;

/** Whether a way that is open to two parts leads to the end. */
function covers(part: Part, other: Part, fit: Fit, toTheEnd: Ways): boolean {
  const open = waysOn(part, other, fit);
  return (toTheEnd.both && open.both) || (toTheEnd.pattern && open.pattern) || (toTheEnd.arn && open.arn);
}

function waysOn(part: Part, other: Part, fit: Fit): Ways {
  const [takes, isTaken] = [fit.swallows(part, other), fit.swallows(other, part)];
  return { both: takes || isTaken || fit.meets(part, other), pattern: isTaken || fit.vanishes(part), arn: takes || fit.vanishes(other) };
}

const isSame = (a: Part, b: Part): boolean =>
  'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value && a.value !== NOBODY_KNOWS;

const isText = ({ kind }: Part): boolean => kind === 'character' || kind === 'one';

/** Symbols stand for themselves and for nothing else. */
const CERTAIN: Fit = {
  meets: (pattern, arn) => pattern.kind === 'one' ? isText(arn) : isSame(pattern, arn),
  vanishes: part => part.kind === 'any',
  swallows: part => part.kind === 'any',
};

/** Symbols stand for anything; a resource's ARN for any text, but for no other resource; a word for what is within a field. */
const POSSIBLE: Fit = {
  meets: (pattern, arn) => isSame(pattern, arn) || (isText(pattern) && isText(arn) && (pattern.kind === 'one' || arn.kind === 'one')),
  vanishes: part => part.kind === 'any' || part.kind === 'symbol',
  swallows: (part, other) => {
    if (part.kind === 'word') return isWithinField(other);
    return part.kind === 'any' || part.kind === 'symbol' || (part.kind === 'resource' && (isText(other) || other.kind === 'word'));
  },
};

const isWithinField = (part: Part): boolean =>
  part.kind === 'one' || part.kind === 'word' || (part.kind === 'character' && !/[:/]/.test(part.value));
