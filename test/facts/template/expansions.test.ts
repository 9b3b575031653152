import { expansionsIn } from '../../../src/facts/template/expansions';
import type { Expression } from '../../../src/facts/template/source/template-source';

test.each<[string, Expression, readonly string[]]>([
  ['a transform of AWS that makes no ECS resource hides nothing', 'AWS::Serverless-2016-10-31', []],
  ['a macro may add resources', 'Shop::Macro', ["the macro 'Shop::Macro' may add and change resources at deployment"]],
  ['a macro with parameters is known by its name', ['AWS::LanguageExtensions', { Name: 'Shop::Macro', Parameters: {} }],
    ["the macro 'Shop::Macro' may add and change resources at deployment"]],
  ['a macro without a name is shown as it stands', [null], ["the macro 'null' may add and change resources at deployment"]],
])('%s', (_, Transform, because) => {
  expect(expansionsIn({ Transform, Resources: {} }).map(expansion => expansion.because)).toEqual(because);
});

test('a loop over resources is expanded at deployment', () => {
  expect(expansionsIn({ Resources: { 'Fn::ForEach::Services': { Type: 'AWS::ECS::Service' } } }))
    .toEqual([{ property: 'Resources.Fn::ForEach::Services', because: "'Fn::ForEach::Services' is expanded at deployment" }]);
});
