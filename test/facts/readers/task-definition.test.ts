import { UNKNOWN } from '../../../src/facts/model/fact';
import { mayRunOnFargate, taskDefinitionOf } from '../../../src/facts/readers/task-definition';
import type { Expression, TemplateBody } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

const SERVICE = { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: 'web' } };
const TASK = { Type: 'AWS::ECS::TaskDefinition', Properties: { Family: 'web' } };

/** The task definition that a service of the stack `S` runs by its family, among these stacks. */
function ranIn(stacks: Readonly<Record<string, TemplateBody['Resources']>>): string | undefined {
  const templates = new Templates(Object.entries(stacks).map(([name, Resources]) => sourceOf(name, { Resources })));
  return taskDefinitionOf(templates, templates.ofType('AWS::ECS::Service')[0])?.key;
}

test.each<[string, Readonly<Record<string, TemplateBody['Resources']>>, string | undefined]>([
  ['of its family in another stack', { S: { Service: SERVICE }, T: { Task: TASK } }, 'T/Task'],
  ['of its own stack where several have the family', { S: { Service: SERVICE, Task: TASK }, T: { Task: TASK } }, 'S/Task'],
  ['that nobody knows where two other stacks have the family', { S: { Service: SERVICE }, T: { Task: TASK }, U: { Task: TASK } }, undefined],
  ['that nobody knows where its own stack has the family twice', { S: { Service: SERVICE, Task: TASK, Other: TASK } }, undefined],
])('a service runs the task definition %s', (_, stacks, task) => expect(ranIn(stacks)).toBe(task));

test.each<[string, Expression, unknown]>([
  ['Fargate', ['EC2', 'FARGATE'], true],
  ['EC2 alone', ['EC2'], false],
  ['what a parameter says', { Ref: 'Given' }, UNKNOWN],
  ['EC2 and what a parameter says', ['EC2', { Ref: 'Given' }], UNKNOWN],
])('whether a task definition for %s may run on Fargate is known as far as its template says it', (_, RequiresCompatibilities, may) => {
  const Resources = { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { RequiresCompatibilities } } };
  const templates = new Templates([sourceOf('S', { Parameters: { Given: { Type: 'String' } }, Resources })]);
  expect(mayRunOnFargate(templates.ofType('AWS::ECS::TaskDefinition')[0])).toBe(may);
});
