import fc from 'fast-check';

/** The seed of the run, which the beginning of its output names; given by hand it repeats that run. */
export const SEED = Number(process.env.FUZZ_SEED);

/** Holds a property against made-up input, as often as the property needs; FUZZ_RUNS says otherwise. */
export const fuzz = <T>(property: fc.IProperty<T>, runs: number): void =>
  fc.assert(property, { seed: SEED, numRuns: Number(process.env.FUZZ_RUNS ?? runs) });
