import { parseYaml } from '../../src/cli/input/parse-yaml';

test.each([
  ['a tag before a text', '!Ref Vpc', { Ref: 'Vpc' }],
  ['a tag before a list', '!GetAtt [Role, Arn]', { 'Fn::GetAtt': ['Role', 'Arn'] }],
  ['a tag before a map', '!Transform {Name: AWS::Include}', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['a tag inside another one', '!If [A, !Ref B, !Sub "${C}"]', { 'Fn::If': ['A', { Ref: 'B' }, { 'Fn::Sub': '${C}' }] }],
  ['a condition', '!Condition A', { Condition: 'A' }],
  ['the version of a policy stays a text', '2012-10-17', '2012-10-17'],
  ['an account id keeps its zero', '012345678901', '012345678901'],
  ['a merge key adds what is not written', '{a: &a {b: 1, c: 2}, d: {<<: *a, c: 3}}', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
  ['a merge key adds several maps', '{a: &a {b: 1}, c: &c {d: 2}, e: {<<: [*a, *c]}}', { a: { b: 1 }, c: { d: 2 }, e: { b: 1, d: 2 } }],
  ['of two equal keys the last one counts', 'a: 1\nb: 2\na: 3', { a: 3, b: 2 }],
  ['the output of another stack', '!GetStackOutput {StackName: Net, OutputName: Vpc}', { 'Fn::GetStackOutput': { StackName: 'Net', OutputName: 'Vpc' } }],
  ['a map in braces ends where its key begins', 'A:\n  B: {\n    C: 1\n  }\n  D: 2', { A: { B: { C: 1 }, D: 2 } }],
  ['so do maps that end together', 'A:\n  B: {\n    C: {\n      D: 1\n  }}\n  E: [\n    {F: 2\n  }]', { A: { B: { C: { D: 1 } }, E: [{ F: 2 }] } }],
  ['an anchor is followed', '[&a {b: 1}, *a]', [{ b: 1 }, { b: 1 }]],
])('%s', (_what, text, value) => {
  expect(parseYaml('template.yaml', text)).toEqual(value);
});
