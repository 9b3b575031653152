import { UNKNOWN } from '../../../src/facts/model/fact';
import { casesOf } from '../../../src/facts/template/cases';
import type { Expression, TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const equals = (one: Expression, other: Expression): Expression => ({ 'Fn::Equals': [one, other] });
const STAGE: Expression = { Ref: 'Stage' };

const PARAMETERS: TemplateBody['Parameters'] = { Stage: { Type: 'String', AllowedValues: ['dev', 'test', 'prod'] }, Size: { Type: 'Number' } };

/** Whether a condition holds in a stack with parameters `Stage` and `Size`; other conditions may stand beside it. */
function truthOf(condition: Expression, beside: { readonly [name: string]: Expression } = {}): unknown {
  const templates = new Templates([sourceOf('S', { Parameters: PARAMETERS, Conditions: { Subject: condition, ...beside } })]);
  return templates.conditions.holds('S', 'Subject');
}

test.each<[string, Expression, unknown]>([
  ['two equal texts are decided', equals('a', 'a'), true],
  ['two different texts are decided', equals('a', 'b'), false],
  ['a number equals its text', equals(1, '1'), true],
  ['a value equals itself, whatever it is', equals(STAGE, STAGE), true],
  ['a parameter is decided at deployment', equals(STAGE, 'prod'), UNKNOWN],
  ['a parameter is none of the values that it does not allow', equals(STAGE, 'production'), false],
  ['the Region is decided at deployment', equals({ Ref: 'AWS::Region' }, 'eu-west-1'), UNKNOWN],
  ['Not turns what is decided', { 'Fn::Not': [equals('a', 'b')] }, true],
  ['Not leaves open what is open', { 'Fn::Not': [equals(STAGE, 'prod')] }, UNKNOWN],
  ['And needs all', { 'Fn::And': [equals(STAGE, 'prod'), equals('a', 'b')] }, false],
  ['Or needs one', { 'Fn::Or': [equals(STAGE, 'prod'), equals('a', 'a')] }, true],
  ['And of nothing says nothing', { 'Fn::And': [] }, UNKNOWN],
  ['Or of nothing says nothing', { 'Fn::Or': [] }, UNKNOWN],
  ['Not of nothing says nothing', { 'Fn::Not': [] }, UNKNOWN],
  ['a condition may refer to another one', { Condition: 'Other' }, true],
  ['a condition that is not declared is unknown', { Condition: 'Nowhere' }, UNKNOWN],
  ['a circle of conditions ends as unknown', { Condition: 'Subject' }, UNKNOWN],
  ['something else than a condition is unknown', 'oops', UNKNOWN],
  ['an object without a function is unknown', {}, UNKNOWN],
  ['a condition that refers to something else than a name is unknown', { Condition: 7 }, UNKNOWN],
  ['Equals of one value compares it with nothing', { 'Fn::Equals': ['a'] }, UNKNOWN],
])('%s', (_, condition, expected) => {
  expect(truthOf(condition, { Other: equals(1, 1) })).toBe(expected);
});

test('the Region is decided where the app says where a stack is deployed', () => {
  const isIreland = equals({ Ref: 'AWS::Region' }, 'eu-west-1');
  const holds = (region?: string) =>
    new Templates([{ ...sourceOf('S', { Conditions: { isIreland } }), environment: { region } }]).conditions.holds('S', 'isIreland');
  expect([holds('eu-west-1'), holds('us-east-1'), holds()]).toEqual([true, false, UNKNOWN]);
});

test.each<[string, Expression, string | undefined]>([
  ['a comparison of a parameter', equals(STAGE, 'prod'), '["S Stage","prod",true]'],
  ['a comparison in another condition', { 'Fn::Not': [{ Condition: 'Other' }] }, '["S Size","4",true]'],
  ['nothing in a condition that is decided', equals('a', 'a'), undefined],
  ['nothing in a condition that is not declared', { Condition: 'Nowhere' }, undefined],
  ['nothing in a condition without a name', { Condition: 7 }, undefined],
  ['nothing in a circle of conditions', { Condition: 'Subject' }, undefined],
])('what has to be decided first is %s', (_, Subject, undecided) => {
  const templates = new Templates([sourceOf('S', { Parameters: PARAMETERS, Conditions: { Subject, Other: equals({ Ref: 'Size' }, 4) } })]);
  expect(templates.conditions.undecidedIn('S\nSubject')).toBe(undecided);
});

const CONDITIONS = { IsProd: equals(STAGE, 'prod'), IsDev: equals('dev', STAGE), IsTest: equals(STAGE, 'test'), IsLarge: equals({ Ref: 'Size' }, 4) };

/** What is known of the conditions above after some of them are taken for granted. */
function assuming(...truths: readonly (readonly [condition: string, truth: boolean])[]): unknown {
  const templates = new Templates([sourceOf('S', { Parameters: PARAMETERS, Conditions: CONDITIONS })]);
  const assumptions = truths.map(([name, truth]) => [templates.conditions.undecidedIn(`S\n${name}`) ?? '', truth] as const);
  const { conditions } = templates.assuming(new Map(assumptions));
  return Object.fromEntries(Object.keys(CONDITIONS).map(name => [name, conditions.holds('S', name)]));
}

describe('once a condition is taken for granted,', () => {
  test('a parameter that is one value is no other one', () => {
    expect(assuming(['IsProd', true])).toEqual({ IsProd: true, IsDev: false, IsTest: false, IsLarge: UNKNOWN });
  });

  test('a parameter that is none of the others is the last one that is allowed', () => {
    expect(assuming(['IsProd', false], ['IsDev', false])).toEqual({ IsProd: false, IsDev: false, IsTest: true, IsLarge: UNKNOWN });
  });
});

describe('a resource', () => {
  const body = (condition: Expression): TemplateBody => ({
    Conditions: { Made: condition },
    Resources: { Thing: { Type: 'Test::Thing', Condition: 'Made', Properties: { size: { 'Fn::If': ['Made', 1, 2] }, absent: { 'Fn::If': ['Made', { Ref: 'AWS::NoValue' }, 2] } } } },
  });

  test('whose condition holds is there without one, and Fn::If took its branch', () => {
    expect(new Templates([sourceOf('S', body(equals(1, 1)))]).ofType('Test::Thing')).toMatchObject([{ condition: undefined, properties: { size: 1, absent: undefined } }]);
  });

  test('whose condition does not hold is absent', () => {
    expect(new Templates([sourceOf('S', body(equals(1, 2)))]).ofType('Test::Thing')).toEqual([]);
  });

  test('of a nested stack is absent when the nested stack is', () => {
    const parent = sourceOf('S', { Conditions: { Never: equals(1, 2) }, Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Condition: 'Never' } } });
    const nested = sourceOf('S/Nested', { Resources: { Thing: { Type: 'Test::Thing' } } }, { stack: 'S', logicalId: 'Nested' });
    expect(new Templates([parent, nested]).ofType('Test::Thing')).toEqual([]);
  });
});

test('a condition of a nested stack depends on the parameter that the parent passes on', () => {
  const parent = sourceOf('S', {
    Parameters: PARAMETERS,
    Conditions: { IsProd: equals(STAGE, 'prod') },
    Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { Environment: STAGE } } } },
  });
  const nested = sourceOf('S/Nested', { Parameters: { Environment: { Type: 'String' } }, Conditions: { IsLive: equals({ Ref: 'Environment' }, 'prod') } }, { stack: 'S', logicalId: 'Nested' });
  const templates = new Templates([parent, nested]);
  const decided = templates.assuming(new Map([[templates.conditions.undecidedIn('S\nIsProd') ?? '', true]]));
  expect(decided.conditions.holds('S/Nested', 'IsLive')).toBe(true);
});

describe('an output', () => {
  const HAS_VPC = { HasVpc: equals(STAGE, 'prod'), HasNone: { 'Fn::Not': [{ Condition: 'HasVpc' }] } };
  const exported = (Value: Expression, Condition?: string) => ({ Value, Condition, Export: { Name: 'Vpc' } });

  /** Each value that another stack imports, by what is known of the condition. */
  function imported(Outputs: TemplateBody['Outputs']): unknown {
    const network = sourceOf('S', { Parameters: PARAMETERS, Conditions: HAS_VPC, Outputs });
    const user = sourceOf('User', { Resources: { User: { Type: 'Test::User', Properties: { vpc: { 'Fn::ImportValue': 'Vpc' } } } } });
    return casesOf(new Templates([network, user]), 'User', read => read.ofType('Test::User')[0].properties.vpc)
      .map(({ result, truths }) => [result, truths.get('S\nHasVpc')]);
  }

  test('under a condition is there in the case in which it holds', () => {
    expect(imported({ Vpc: exported('vpc-1', 'HasVpc') })).toEqual([['vpc-1', true], [UNKNOWN, false]]);
  });

  test('is one of two under the same name, as their conditions decide', () => {
    expect(imported({ Vpc: exported('vpc-1', 'HasVpc'), Other: exported('vpc-2', 'HasNone') })).toEqual([['vpc-1', true], ['vpc-2', false]]);
  });

  test('without a condition is there in any case', () => {
    expect(imported({ Vpc: exported('vpc-1') })).toEqual([['vpc-1', undefined]]);
  });

  test('of a nested stack under a condition that does not hold is not there', () => {
    const outOf = (condition: Expression) => {
      const parent = sourceOf('S', {
        Resources: { Nested: { Type: 'AWS::CloudFormation::Stack' }, User: { Type: 'Test::User', Properties: { vpc: { 'Fn::GetAtt': ['Nested', 'Outputs.Vpc'] } } } },
      });
      const nested = sourceOf('S/Nested', { Conditions: { Made: condition }, Outputs: { Vpc: { Value: 'vpc-1', Condition: 'Made' } } }, { stack: 'S', logicalId: 'Nested' });
      return new Templates([parent, nested]).ofType('Test::User')[0].properties.vpc;
    };
    expect([outOf(equals(1, 1)), outOf(equals(1, 2)), outOf('oops')]).toEqual(['vpc-1', UNKNOWN, UNKNOWN]);
  });

  test('that is there under a condition about itself is unknown', () => {
    const parent = sourceOf('S', {
      Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: { X: { 'Fn::GetAtt': ['Nested', 'Outputs.X'] } } } } },
    });
    const nested = sourceOf('S/Nested', {
      Parameters: { X: { Type: 'String' } },
      Conditions: { Made: equals({ Ref: 'X' }, 'a') },
      Outputs: { X: { Value: 'a', Condition: 'Made' } },
    }, { stack: 'S', logicalId: 'Nested' });
    expect(new Templates([parent, nested]).conditions.holds('S/Nested', 'Made')).toBe(UNKNOWN);
  });
});
