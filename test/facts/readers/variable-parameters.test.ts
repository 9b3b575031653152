import { parameterOf } from '../../../src/facts/readers/variable-parameters';
import type { TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const PARAMETERS = { Shown: { Type: 'String' }, Hidden: { Type: 'String', NoEcho: true }, Listed: { Type: 'String', AllowedValues: ['a', 'b'] } };

const withVariable = (Value: unknown, more: object = {}): TemplateBody => ({
  Parameters: PARAMETERS,
  Resources: {
    Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', Environment: [{ Name: 'KEY', Value }, { Name: 'EMPTY' }] }] } },
  },
  ...more,
} as TemplateBody);

const parameterIn = (body: TemplateBody, container = 'app', variable = 'KEY') => {
  const templates = new Templates([sourceOf('S', body)]);
  const [task] = templates.ofType('AWS::ECS::TaskDefinition');
  return parameterOf(templates, task, container, variable);
};

test('a variable is given by the parameter that is its whole value', () => {
  expect(parameterIn(withVariable({ Ref: 'Shown' }))).toEqual({ name: 'Shown', noEcho: false, choices: false });
  expect(parameterIn(withVariable({ Ref: 'Listed' }))).toEqual({ name: 'Listed', noEcho: false, choices: true });
});

test.each([
  ['joined', { 'Fn::Join': ['', ['postgres://', { Ref: 'Hidden' }]] }],
  ['inserted', { 'Fn::Sub': 'postgres://${Hidden}@db' }],
  ['inserted under another name', { 'Fn::Sub': ['postgres://${it}@db', { it: { Ref: 'Hidden' } }] }],
  ['encoded', { 'Fn::Base64': { Ref: 'Hidden' } }],
])('a hidden parameter that is %s into a value gives it', (_how, value) => {
  expect(parameterIn(withVariable(value))).toEqual({ name: 'Hidden', noEcho: true, choices: false });
});

test.each([
  ['a literal', 'debug'],
  ['a resource', { Ref: 'Task' }],
  ['a part that is not hidden', { 'Fn::Sub': 'https://${Shown}/' }],
  ['a key that only selects', { 'Fn::FindInMap': ['Map', { Ref: 'Hidden' }, 'x'] }],
  ['a reference to nothing', { Ref: { Ref: 'Hidden' } }],
])('%s is no parameter', (_what, value) => {
  expect(parameterIn(withVariable(value))).toBeUndefined();
});

test('nothing is known of another variable, another container, or a task without containers', () => {
  expect(parameterIn(withVariable({ Ref: 'Shown' }), 'app', 'EMPTY')).toBeUndefined();
  expect(parameterIn(withVariable({ Ref: 'Shown' }), 'proxy')).toBeUndefined();
  expect(parameterIn({ Resources: { Task: { Type: 'AWS::ECS::TaskDefinition' } } })).toBeUndefined();
});

test('of the branches of a condition, the one that is taken gives the value, and none while nobody knows which', () => {
  const chosen = (condition: unknown) => parameterIn(withVariable({ 'Fn::If': ['C', { Ref: 'Hidden' }, 'debug'] }, { Conditions: { C: condition } }));
  expect(chosen({ 'Fn::Equals': ['a', 'a'] })).toMatchObject({ name: 'Hidden' });
  expect(chosen({ 'Fn::Equals': ['a', 'b'] })).toBeUndefined();
  expect(chosen({ 'Fn::Equals': [{ Ref: 'Shown' }, 'a'] })).toBeUndefined();
  const cut = withVariable({ 'Fn::If': ['C', { Ref: 'Hidden' }] }, { Conditions: { C: { 'Fn::Equals': ['a', 'b'] } } });
  expect(parameterIn(cut)).toBeUndefined();
});

test('a nested stack gets the value from its parent, and keeps its own secret where the parent gives a literal', () => {
  const inNested = (given: unknown, own: string) => {
    const parent = { Parameters: PARAMETERS, Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { Parameters: given } } } } as TemplateBody;
    const templates = new Templates([sourceOf('P', parent), sourceOf('N', withVariable({ Ref: own }), { stack: 'P', logicalId: 'Nested' })]);
    const [task] = templates.ofType('AWS::ECS::TaskDefinition');
    return parameterOf(templates, task, 'app', 'KEY');
  };
  expect(inNested({ Shown: { Ref: 'Listed' } }, 'Shown')).toMatchObject({ name: 'Listed' });
  expect(inNested({ Shown: 'debug' }, 'Shown')).toBeUndefined();
  expect(inNested({ Hidden: 'debug' }, 'Hidden')).toMatchObject({ name: 'Hidden' });
  expect(inNested(undefined, 'Shown')).toBeUndefined();
});
