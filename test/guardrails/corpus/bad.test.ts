import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD, NOT_YET } from './bad/catalogue';
import { judgeCorpus } from './judge-corpus';
import { isThere, propertiesIn } from './properties';
import { CATALOGUE } from '../../../src/guardrails/catalogue';

const RULES = new Set(CATALOGUE.map(({ id }) => id));
const TWINS = [...new Set(BAD.map(({ twin }) => twin))];

const judgements = judgeCorpus([...BAD.map(({ declare }) => declare), ...TWINS]);

const reported = (index: number): readonly string[] => [...new Set(judgements[index].findings.map(({ ruleName }) => ruleName))].sort();

const cases = BAD.map(({ sentence, foundBy, breaksToo = [], twin }, index) => [sentence, {
  found: reported(index).filter(id => !breaksToo.includes(id)),
  expected: foundBy.filter(id => RULES.has(id)),
  withoutFault: reported(BAD.length + TWINS.indexOf(twin)),
}] as const);

describe('the guardrails find, and nothing else,', () => {
  test.each(cases)('%s', (_sentence, { found, expected }) => {
    expect(found).toEqual(expected);
  });
});

describe('the guardrails find nothing without', () => {
  test.each(cases)('%s', (_sentence, { withoutFault }) => {
    expect(withoutFault).toEqual([]);
  });
});

test('no finding names a file, a generated id or a symbol', () => {
  const words = judgements.flatMap(({ findings }) => findings).map(({ description }) => description);
  expect(words.filter(each => /\$\{(?!AWS::)|\.template\.json|\/[A-Za-z0-9]+[0-9A-F]{8}\b/.test(each))).toEqual([]);
});

describe('a finding points at a property that resources of its kind have:', () => {
  const properties = propertiesIn(judgements.flatMap(({ templates }) => templates));
  const findings = judgements.flatMap(judgement => judgement.findings);

  test.each([...RULES])('%s', id => {
    const places = findings.filter(({ ruleName }) => ruleName === id).flatMap(({ violatingResources }) => violatingResources);
    expect(places).not.toEqual([]);
    const nowhere = places.filter(({ resourceLogicalId = '', locations }) => !locations.every(location => isThere(properties, resourceLogicalId, location)));
    expect(nowhere.map(({ constructPath, locations }) => [constructPath, ...locations])).toEqual([]);
  });
});

test('a configuration waits only for rules that have not landed', () => {
  expect([...new Set(BAD.flatMap(({ foundBy }) => foundBy).filter(id => !RULES.has(id)))].sort()).toEqual([...NOT_YET].sort());
});

test('the published comparison with other tools names every configuration', () => {
  const published = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'COMPARISON.md'), 'utf8');
  expect(BAD.map(({ sentence }) => sentence).filter(sentence => !published.includes(`| ${sentence} |`))).toEqual([]);
});

test('every rule has a configuration that breaks it', () => {
  const broken = new Set(BAD.flatMap(({ foundBy }) => foundBy));
  expect([...RULES].filter(id => !broken.has(id))).toEqual([]);
});
