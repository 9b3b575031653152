import { createHash } from 'node:crypto';

/** Some of the things, the same ones for the same seed. */
export function sample<T>(things: readonly T[], count: number, seed: number): readonly T[] {
  const drawn = things.map((thing, index) => ({ thing, lot: createHash('sha256').update(`${seed} ${index}`).digest('hex') }));
  return drawn.sort((one, other) => one.lot < other.lot ? -1 : 1).slice(0, count).map(({ thing }) => thing);
}
