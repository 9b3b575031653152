import cases from './diagnosis/data/field-cases.json';
import { evidenceOfSighting } from './diagnosis/sighting';
import { BAD } from './guardrails/corpus/bad/catalogue';
import { PLAIN as FIXES } from './guardrails/fixes/catalogue';
import { unfilled } from './unfilled';
import { CAUSES } from '../src/causes/catalogue';
import { SIGNATURES } from '../src/diagnosis/catalogue';
import { CATALOGUE } from '../src/guardrails/catalogue';

describe('every field is filled in of', () => {
  test.each(CATALOGUE.map(rule => [rule.id, rule] as const))('the guardrail %s', (_, rule) => {
    expect(unfilled(rule)).toEqual([]);
  });

  test.each(BAD.map(bad => [bad.foundBy.join(', '), bad.sentence, bad] as const))('the bad configuration for %s: %s', (_id, _sentence, bad) => {
    expect(unfilled(bad)).toEqual([]);
  });

  test.each([...new Set(FIXES.map(([rule]) => rule))])('the followed fixes of %s', id => {
    expect(unfilled(FIXES.filter(([rule]) => rule === id))).toEqual([]);
  });

  test.each(CAUSES.map(cause => [cause.id, cause] as const))('the cause %s', (_, cause) => {
    expect(unfilled(cause)).toEqual([]);
  });

  test.each(SIGNATURES.map(signature => [signature.cause, signature] as const))('the signature %s', (_, signature) => {
    const actions = signature.seenIn.map(sighting => signature.actions(evidenceOfSighting(sighting)));
    expect(unfilled({ ...signature, actions })).toEqual([]);
  });

  test.each(cases.map(one => [one.id, one.cause, one] as const))('the case %s of %s', (_id, _cause, one) => {
    expect(unfilled(one)).toEqual([]);
  });
});
