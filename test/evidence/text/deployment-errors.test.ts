import { deploymentErrors } from '../../../src/evidence/text/deployment-errors';

const MESSAGE = 'Resource handler returned message: "Invalid request provided: Create TaskDefinition: No Fargate configuration exists';

test.each([
  'CREATE_FAILED: WebTask (AWS::ECS::TaskDefinition)',
  '13:47:44 | CREATE_FAILED        | AWS::ECS::TaskDefinition                  | Web/TaskDef',
  'Web | 3/9 | 10:00:00 AM | UPDATE_FAILED        | AWS::ECS::Service | Web/Service',
])('a failed resource and its reason in the next line are one failure: %s', row => {
  const { reasons = [] } = deploymentErrors([row, `${MESSAGE} for given values"`]) ?? {};
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toContain('No Fargate configuration exists for given values"');
});

test('two failed resources with reasons of their own stay two failures', () => {
  const rows = ['CREATE_FAILED: A (AWS::ECS::Service)', 'Resource handler returned message: "first"', 'CREATE_FAILED: B (AWS::ECS::Service) second'];
  expect(deploymentErrors(rows)?.reasons).toHaveLength(2);
});

test('a quotation that was cut ends with the code block around it', () => {
  expect(deploymentErrors([MESSAGE, 'for given values', '```', 'Can someone help?'])?.reasons).toEqual([`${MESSAGE} for given values`]);
});
