import type { MemoryPoint } from '../../evidence/model/memory-point';

/** How memory went before a stop; each calls for another remedy. */
export type MemoryPattern = 'at-the-limit' | 'growing' | 'spike' | 'below-the-limit';

/** The numbers that a pattern was read from. */
export interface MemoryHistory {
  readonly pattern: MemoryPattern;
  readonly first: number;
  readonly last: number;
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  /** When it was highest. */
  readonly highestAt: string;
  readonly minutes: number;
}

/** With fewer points everything is a line. */
const FEWEST = 3;
/** A metric has one point a minute at best, so what fills the rest may be seen no more. */
const NEAR_THE_LIMIT = 75;
const CROWDED = 80;
/** The least rise that is no breathing. */
const RISE = 15;

type Numbers = Omit<MemoryHistory, 'pattern'>;

/** The pattern of a memory metric, and the numbers that show it; undefined where they show none. */
export function memoryHistoryOf(points: readonly MemoryPoint[]): MemoryHistory | undefined {
  if (points.length < FEWEST) return undefined;
  const inTime = [...points].sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || a.percent - b.percent);
  const values = inTime.map(({ percent }) => percent);
  const numbers = numbersOf(inTime);
  const pattern = PATTERNS.find(([, holds]) => holds(values, numbers))?.[0];
  return pattern && { pattern, ...numbers };
}

function numbersOf(points: readonly MemoryPoint[]): Numbers {
  const ranked = [...points].sort((a, b) => a.percent - b.percent);
  const [first, last, peak] = [points[0], points[points.length - 1], ranked[ranked.length - 1]];
  return {
    first: first.percent,
    last: last.percent,
    lowest: ranked[0].percent,
    median: ranked[Math.floor(ranked.length / 2)].percent,
    highest: peak.percent,
    highestAt: peak.time,
    minutes: Math.round((Date.parse(last.time) - Date.parse(first.time)) / 60_000),
  };
}

/** The first that holds is the pattern. */
const PATTERNS: readonly (readonly [MemoryPattern, (values: readonly number[], numbers: Numbers) => boolean])[] = [
  ['below-the-limit', (_values, { highest }) => highest < NEAR_THE_LIMIT],
  ['at-the-limit', values => values.filter(percent => percent >= CROWDED).length >= 0.8 * values.length],
  ['growing', grows],
  ['spike', (_values, { highest, median }) => highest - median >= RISE],
];

/** Growth shows in every third of the time; a spike only in one. */
function grows(values: readonly number[]): boolean {
  const third = Math.floor(values.length / 3);
  const [start, middle, end] = [values.slice(0, third), values.slice(third, -third), values.slice(-third)].map(mean);
  return end - start >= RISE && middle - start >= 0.25 * (end - start) && middle <= end;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
