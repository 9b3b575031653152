import { UNKNOWN } from '../../../src/facts/model/fact';
import type { Environment } from '../../../src/facts/template/source/environment';
import type { Expression, TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const Mappings = {
  Stages: { dev: { tasks: 1, log: 'awslogs' }, prod: { tasks: 4, log: 'awslogs', zones: ['a', 'b'] } },
  Regions: { 'eu-west-1': { cpu: '512' }, 'us-east-1': { cpu: '256' } },
};

/** What a property becomes, in a stack with the maps above and a parameter `Stage`. */
function found(value: Expression, environment?: Environment): unknown {
  const body: TemplateBody = { Mappings, Parameters: { Stage: { Type: 'String' } }, Resources: { Subject: { Type: 'Test::Subject', Properties: { value } } } };
  return new Templates([{ ...sourceOf('S', body), environment }]).ofType('Test::Subject')[0].properties.value;
}

const inMap = (...argument: Expression[]): Expression => ({ 'Fn::FindInMap': argument });
const STAGE = { Ref: 'Stage' };
const REGION = { Ref: 'AWS::Region' };

test.each<[string, Expression, unknown]>([
  ['keys that are known lead to one value', inMap('Stages', 'prod', 'tasks'), 4],
  ['a value may be a list', inMap('Stages', 'prod', 'zones'), ['a', 'b']],
  ['a key may be put together', inMap('Stages', { 'Fn::Join': ['', ['pr', 'od']] }, 'tasks'), 4],
  ['a key that deployment decides leads to what all entries say', inMap('Stages', STAGE, 'log'), 'awslogs'],
  ['a key that deployment decides leads nowhere where entries differ', inMap('Stages', STAGE, 'tasks'), UNKNOWN],
  ['entries that lack the second key cannot be meant', inMap('Stages', STAGE, 'zones'), ['a', 'b']],
  ['the Region is decided at deployment', inMap('Regions', REGION, 'cpu'), UNKNOWN],
  ['a key that is not there leads nowhere', inMap('Stages', 'test', 'tasks'), UNKNOWN],
  ['a map that is not there leads nowhere', inMap('Colours', 'dev', 'tasks'), UNKNOWN],
  ['a default stands for a key that is not there', inMap('Stages', 'test', 'tasks', { DefaultValue: 2 }), 2],
  ['a default says nothing where the key is there', inMap('Stages', 'dev', 'tasks', { DefaultValue: 2 }), 1],
  ['a default may be meant where deployment decides a key', inMap('Stages', STAGE, 'log', { DefaultValue: 'splunk' }), UNKNOWN],
  ['a default that says the same as all entries is known', inMap('Stages', STAGE, 'log', { DefaultValue: 'awslogs' }), 'awslogs'],
  ['a default may refer to something', inMap('Stages', 'test', 'tasks', { DefaultValue: REGION }), '${AWS::Region}'],
  ['a wrong argument is unknown and no error', inMap(), UNKNOWN],
  ['no list of arguments is unknown and no error', { 'Fn::FindInMap': 'Stages' }, UNKNOWN],
])('%s', (_, value, expected) => {
  expect(found(value)).toEqual(expected);
});

test('the Region is a key where the app says where the stack is deployed', () => {
  expect(found(inMap('Regions', REGION, 'cpu'), { region: 'us-east-1' })).toBe('256');
  expect(found(inMap('Regions', REGION, 'cpu'), { account: '111122223333' })).toBe(UNKNOWN);
});
