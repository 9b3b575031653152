import type { ContainerFacts } from '../../facts/model/container';
import { isKnown } from '../../facts/model/fact';
import type { TaskFacts } from '../../facts/model/task';
import type { TaskRule } from '../rule';

export const fargateSupportsParameters: TaskRule = {
  id: 'fargate-supports-parameters',
  level: 'error',
  judges: 'task',
  property: 'ContainerDefinitions',
  title: 'The task definition uses only parameters that Fargate supports.',
  why: 'ECS refuses to register or to run a task definition with parameters that need a host of its own, and CloudFormation rolls the stack back.',
  fix: 'Remove the parameter from the props of HardenedFargateService, addContainer, ecs.LinuxParameters or ecs.FargateTaskDefinition, or from the override that sets it.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html'],
  prevents: ['capacity/configuration'],
  breaks: { unsupportedParameters: ['ipcMode'] },
  holds: task => {
    const refused = [...ofTask(task), ...ofContainers(task)];
    return refused.length === 0 || { seen: refused.join('; ') };
  },
};

const ofTask = ({ unsupportedParameters: names }: TaskFacts): readonly string[] =>
  isKnown(names) && names.length > 0 ? [`the task definition sets ${names.join(', ')}`] : [];

const ofContainers = ({ containers }: TaskFacts): readonly string[] => (isKnown(containers) ? containers : []).flatMap(ofContainer);

function ofContainer({ name, unsupportedParameters: names }: ContainerFacts, index: number): readonly string[] {
  const container = isKnown(name) ? `container '${name}'` : `container ${index + 1}`;
  return isKnown(names) && names.length > 0 ? [`${container} sets ${names.join(', ')}`] : [];
}
