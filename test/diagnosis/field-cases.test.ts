import cases from './data/field-cases.json';
import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

/** Failures that people reported in public, with the root cause they confirmed. */
const diagnosed = cases.map(({ id, cause, alsoAcceptable, ...evidence }) => {
  const [{ cause: top, confidence, alternatives }] = readEvidence(evidence).map(one => diagnose(one));
  const named = [top, ...alternatives.map(alternative => alternative.cause)] as readonly string[];
  return { id, cause, acceptable: [cause, ...alsoAcceptable] as readonly string[], named, top: top as string, confidence };
});

test('the cause named first is right in all but two of the real failures at most', () => {
  expect(diagnosed.filter(({ top, acceptable }) => !acceptable.includes(top)).length).toBeLessThanOrEqual(2);
});

test.each(diagnosed.map(({ id, cause, named }) => [id, cause, named] as const))('%s: the real cause, %s, is among the first three', (_, cause, named) => {
  expect(named.slice(0, 3)).toContain(cause);
});

test('what is called certain is right', () => {
  expect(diagnosed.filter(({ confidence, top, acceptable }) => confidence === 'certain' && !acceptable.includes(top))).toEqual([]);
});
