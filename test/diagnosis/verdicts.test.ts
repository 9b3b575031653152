import verdicts from './data/verdicts.json';
import { evidenceOfSighting } from './sighting';
import { SIGNATURES } from '../../src/diagnosis/catalogue';
import { diagnose } from '../../src/diagnosis/diagnose';
import type { Sighting } from '../../src/diagnosis/model/signature';

/** A wording and what is to be said of it, written down by hand: no signature has a say in it. */
interface Verdict {
  readonly seen: Sighting;
  readonly cause: string;
  readonly confidence: string;
  readonly retriable: boolean | null;
  /** Best first; absent where several would be as good. */
  readonly alternatives?: readonly string[];
}

const VERDICTS = verdicts as readonly Verdict[];

describe.each(SIGNATURES.map(({ cause }) => cause))('%s', cause => {
  const ofCause = VERDICTS.filter(verdict => verdict.cause === cause).map(verdict => [JSON.stringify(verdict.seen).slice(0, 160), verdict] as const);

  test('stands in the table of verdicts', () => expect(ofCause).not.toEqual([]));

  test.each(ofCause)('is the cause of %s, as sure, as retriable and beside the alternatives that the table names', (_, { seen, ...expected }) => {
    const found = diagnose(evidenceOfSighting(seen));
    const alternatives = found.alternatives.map(alternative => alternative.cause);
    const { cause: named, confidence, retriable } = found;
    expect({ cause: named, confidence, retriable, ...expected.alternatives && { alternatives } }).toEqual(expected);
  });
});
