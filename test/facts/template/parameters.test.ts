import { UNKNOWN } from '../../../src/facts/model/fact';
import { casesOf } from '../../../src/facts/template/cases';
import { parameterKey } from '../../../src/facts/template/source/open-parameters';
import { Undecided } from '../../../src/facts/template/source/resolved';
import type { Expression, TemplateParameter, TemplateSource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

/** A stack with one parameter, and a thing that is made from it. */
const source = (parameter: TemplateParameter, value: Expression = { Ref: 'P' }): TemplateSource =>
  sourceOf('S', { Parameters: { P: parameter }, Resources: { Thing: { Type: 'Test::Thing', Properties: { value } } } });

const valueIn = (templates: Templates): unknown => templates.ofType('Test::Thing')[0].properties.value;

/** What a parameter is, if somebody gives a value for it beside the template. */
const given = (parameter: TemplateParameter, value: Expression): unknown =>
  valueIn(new Templates([{ ...source(parameter), parameters: { P: value } }]));

const OPEN = new Undecided('S/P');

test('a value that somebody gives is the value, and a default is none', () => {
  expect(given({ Type: 'String', Default: 'a' }, 'b')).toBe('b');
  expect(valueIn(new Templates([source({ Type: 'String', Default: 'a' })]))).toEqual(OPEN);
});

test('of a list, the items stand in one text', () => {
  expect(given({ Type: 'CommaDelimitedList' }, 'a, b')).toEqual(['a', 'b']);
  expect(given({ Type: 'List<AWS::EC2::Subnet::Id>' }, 'subnet-1')).toEqual(['subnet-1']);
});

test('what is given for a parameter of the parameter store is its name', () => {
  expect(given({ Type: 'AWS::SSM::Parameter::Value<String>' }, '/image')).toEqual(OPEN);
});

test('a parameter with one allowed value is that', () => {
  expect(valueIn(new Templates([source({ Type: 'String', AllowedValues: ['only'] })]))).toBe('only');
});

test('a parameter that a condition compares is, in each case, what the condition says', () => {
  const chosen: Expression = { 'Fn::If': ['IsProd', { Ref: 'P' }, [{ Ref: 'P' }]] };
  const cases = (parameter: TemplateParameter) => {
    const { body, ...rest } = source(parameter, chosen);
    const conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'P' }, 'prod'] } };
    return casesOf(new Templates([{ ...rest, body: { ...body, Conditions: conditions } }]), 'S', valueIn).map(({ result }) => result);
  };
  expect(cases({ Type: 'String' })).toEqual(['prod', [OPEN]]);
  expect(cases({ Type: 'String', AllowedValues: ['prod', 'test'] })).toEqual(['prod', ['test']]);
});

test('a supposition stands for what nobody gave, unless a condition says otherwise', () => {
  const templates = new Templates([source({ Type: 'String' })]);
  const supposing = (value: string) => templates.supposing(new Map([[parameterKey('S', 'P'), value]]));
  expect(valueIn(supposing('a'))).toBe('a');
  expect(valueIn(templates)).toEqual(OPEN);
  expect(valueIn(new Templates([source({ Type: 'String', AllowedValues: ['b', 'c'] })]).supposing(new Map([[parameterKey('S', 'P'), 'a']])))).toEqual(OPEN);
});

test('a nested stack takes the default where its parent gives nothing', () => {
  const parent = sourceOf('Parent', { Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' } } });
  const nested = { ...source({ Type: 'String', Default: 'a' }), nestedIn: { stack: 'Parent', logicalId: 'Nested' } };
  expect(valueIn(new Templates([parent, nested]))).toBe('a');
});

test('a reference to nothing is unknown', () => {
  expect(valueIn(new Templates([source({ Type: 'String' }, { Ref: 'Q' })]))).toBe(UNKNOWN);
});

test('a resource is made after what its metadata refers to', () => {
  const Resources = {
    Thing: { Type: 'Test::Thing' },
    Ready: { Type: 'AWS::CloudFormation::WaitConditionHandle', Metadata: { After: { 'Fn::If': ['C', { Ref: 'Thing' }, ''] } } },
  };
  expect(new Templates([sourceOf('S', { Resources })]).withKey('S/Ready')?.dependsOn).toEqual(['S/Thing']);
});
