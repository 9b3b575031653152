import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HARDENED_SERVICE } from './hardened-facts';
import { broken, eachReplaced } from './patched';
import { CAUSES } from '../../src/causes/catalogue';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate } from '../../src/guardrails/evaluate';

/** Words that need a second reading, or that say nothing about who acts. */
const UNCLEAR = /\b(?:nobody|somebody|everybody|whoever|for ever|mend|by itself|in vain|may|so that|refuses?)\b/i;

const idsOf = (service: ServiceFacts) => evaluate(service, CATALOGUE).map(({ rule }) => rule.id);

test('the catalog lists every rule of the folder, in the order of their names', () => {
  const files = readdirSync(join(__dirname, '../../src/guardrails/rules')).map(file => file.replace(/\.ts$/, ''));
  expect(CATALOGUE.map(({ id }) => id)).toEqual(files.sort());
});

test('a hardened service breaks no rule', () => {
  expect(evaluate(HARDENED_SERVICE, CATALOGUE)).toEqual([]);
});

test('a fact that nobody knows never makes a hardened service look broken', () => {
  const accused = [...eachReplaced(HARDENED_SERVICE, UNKNOWN)].filter(({ facts }) => idsOf(facts).length > 0);
  expect(accused.map(({ path, facts }) => [path, idsOf(facts)])).toEqual([]);
});

describe.each(CATALOGUE.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  test('is broken by its own counter-example, which breaks nothing else', () => {
    expect(idsOf(broken(rule))).toEqual([id]);
  });

  test('reaches a verdict or none, but never breaks down, whatever is not known', () => {
    const brokenDown = [...eachReplaced(broken(rule), UNKNOWN)].filter(({ facts }) => evaluate(facts, [rule]).some(finding => finding.rule.id === 'not-judged'));
    expect(brokenDown.map(({ path }) => path)).toEqual([]);
  });

  test('speaks in whole sentences, with one space between them', () => {
    for (const words of [rule.title, rule.why, rule.fix]) {
      expect(words).toMatch(/^[A-Z].*\.$/);
      expect(words).not.toMatch(/!| {2}/);
    }
  });

  test('has a requirement of at most 15 words with "should" as its title', () => {
    expect(rule.title).toMatch(/ should /);
    expect(rule.title.split(' ').length).toBeLessThanOrEqual(15);
  });

  test('says why in plain words, in sentences of at most 25', () => {
    const sentences = [rule.why, rule.fix].flatMap(words => words.split(/(?<=\.) (?=[A-Z])/));
    for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(25);
    expect(`${rule.title} ${rule.why} ${rule.fix}`).not.toMatch(UNCLEAR);
  });

  test('names the prop of the construct of this library and of the plain one', () => {
    expect(rule.fix).toMatch(/HardenedFargateService/);
  });

  test('rests on a page of AWS documentation, and names causes that exist', () => {
    expect(rule.see.length).toBeGreaterThan(0);
    for (const address of rule.see) expect(address).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\/.+/);
    expect(CAUSES.map(cause => cause.id)).toEqual(expect.arrayContaining([...rule.prevents]));
  });
});
