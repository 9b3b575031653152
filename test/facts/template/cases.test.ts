import { casesOf } from '../../../src/facts/template/cases';
import { nameOfCondition } from '../../../src/facts/template/functions/conditions';
import type { Expression, TemplateBody, TemplateSource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const isYes = (parameter: string): Expression => ({ 'Fn::Equals': [{ Ref: parameter }, 'yes'] });
const choice = (condition: string, one: Expression, other: Expression): Expression => ({ 'Fn::If': [condition, one, other] });

const NAMES = ['A', 'B', 'C', 'D', 'E'];

/** A stack with a condition for each of five parameters, and one thing. */
const source = (properties: { readonly [name: string]: Expression }, more: TemplateBody['Conditions'] = {}): TemplateSource => sourceOf('S', {
  Parameters: Object.fromEntries(NAMES.map(name => [`P${name}`, { Type: 'String' }])),
  Conditions: { ...Object.fromEntries(NAMES.map(name => [name, isYes(`P${name}`)])), ...more },
  Resources: { Thing: { Type: 'Test::Thing', Properties: properties } },
});

const valueOf = (name: string) => (templates: Templates) => templates.ofType('Test::Thing')[0].properties[name];

/** Each way in which a property can come out, with the conditions that it depends on. */
const casesWith = (templates: Templates, name = 'value') =>
  casesOf(templates, 'S', valueOf(name)).map(({ result, truths }) => [result, Object.fromEntries([...truths].map(([key, truth]) => [nameOfCondition(key), truth]))]);

test('what depends on no condition is read once', () => {
  expect(casesWith(new Templates([source({ value: 1, other: choice('A', 1, 2) })]))).toEqual([[1, {}]]);
});

test('what depends on a condition is read once with and once without it', () => {
  expect(casesWith(new Templates([source({ value: choice('A', 1, 2) })]))).toEqual([[1, { A: true }], [2, { A: false }]]);
});

test('a condition inside a branch is told apart in that branch only', () => {
  expect(casesWith(new Templates([source({ value: choice('A', choice('B', 1, 2), 3) })])).map(([value]) => value)).toEqual([3, 1, 2]);
});

test('conditions that exclude each other are never both taken for true', () => {
  const templates = new Templates([source({ value: [choice('A', 1, 0), choice('NotA', 1, 0)] }, { NotA: { 'Fn::Not': [{ Condition: 'A' }] } })]);
  expect(casesWith(templates).map(([value]) => value)).toEqual([[1, 0], [0, 1]]);
});

test('at most sixteen cases are told apart', () => {
  expect(casesWith(new Templates([source({ value: NAMES.map(name => choice(name, 1, 2)) })]))).toHaveLength(16);
});

test('what was read before depends on its conditions all the same', () => {
  const templates = new Templates([source({ value: choice('A', 1, 2) })]);
  expect(casesWith(templates)).toEqual(casesWith(templates));
});

test('conditions of other stacks are told apart last', () => {
  const foreign = NAMES.map(name => ({ ...source({ value: choice(name, 1, 2) }), stack: `T${name}` }));
  const templates = new Templates([...foreign, source({ value: choice('A', 'one', 'other') })]);
  const all = (decided: Templates) => decided.ofType('Test::Thing').map(({ properties }) => properties.value);
  expect(new Set(casesOf(templates, 'S', all).map(({ result }) => result.at(-1)))).toEqual(new Set(['one', 'other']));
});

test('stacks that are read together are in one partition, and each is in a Region of its own', () => {
  const stack = (name: string, pseudo: string): TemplateSource => sourceOf(name, {
    Conditions: { There: { 'Fn::Equals': [{ Ref: pseudo }, 'there'] } },
    Resources: { Thing: { Type: 'Test::Thing', Properties: { value: choice('There', 1, 2) } } },
  });
  const valuesOf = (pseudo: string) => casesOf(new Templates([stack('S', pseudo), stack('T', pseudo)]), 'S', templates =>
    templates.ofType('Test::Thing').map(({ properties }) => properties.value)).map(({ result }) => result);
  expect(valuesOf('AWS::Partition')).toEqual([[1, 1], [2, 2]]);
  expect(valuesOf('AWS::Region')).toHaveLength(4);
});
