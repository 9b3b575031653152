import { parseTemplate } from '../../src/cli/input/parse-template';

test.each([
  ['JSON', '{"Resources": {"Task": {"Type": "AWS::ECS::Cluster"}, "Task": {"Type": "AWS::ECS::TaskDefinition"}}}'],
  ['YAML', 'Resources:\n  Task: {Type: AWS::ECS::Cluster}\n  Task: {Type: AWS::ECS::TaskDefinition}'],
])('of two equal keys in %s the last one counts, as in CloudFormation', (_, text) => {
  expect(parseTemplate('shop.template', text).Resources).toEqual({ Task: { Type: 'AWS::ECS::TaskDefinition' } });
});
