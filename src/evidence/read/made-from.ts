import type { TaskDefinitions } from './read-task-definitions';
import { shortName } from '../../aws/arn';
import type { ContainerEvidence, Evidence, StoppedTask } from '../model/evidence';
import { present } from '../model/json-fields';
import type { ContainerSettings, TaskDefinitionSettings } from '../model/settings';

/** The task with what its definition says of it, and, when it was made from the newer one, what that changed. */
export function madeFrom(
  task: StoppedTask,
  { current, previous, revision }: TaskDefinitions,
): Pick<Evidence, 'task' | 'taskDefinition' | 'revision'> {
  const own = [current, previous].find(definition => definition !== undefined && isOf(task, definition));
  if (!own) return { task };
  return { task: completed(task, own), taskDefinition: own, ...present({ revision: own === current ? revision : undefined }) };
}

/** What does not say its name was given for this task. */
const isOf = (task: StoppedTask, { taskDefinitionArn }: TaskDefinitionSettings): boolean =>
  task.taskDefinitionArn === undefined
  || taskDefinitionArn === undefined
  || shortName(taskDefinitionArn) === shortName(task.taskDefinitionArn);

/** What ECS says of the task itself goes before. */
const completed = (task: StoppedTask, { taskDefinitionArn, cpu, memory, containers }: TaskDefinitionSettings): StoppedTask => ({
  ...present({ taskDefinitionArn: taskDefinitionArn?.startsWith('arn:') ? taskDefinitionArn : undefined, cpu, memory }),
  ...task,
  containers: task.containers.map(container => completedContainer(container, containers)),
});

function completedContainer(container: ContainerEvidence, definitions: readonly ContainerSettings[]): ContainerEvidence {
  const definition = definitions.find(({ name }) => name === container.name);
  return definition ? { ...present({ essential: definition.essential, image: definition.image }), ...container } : container;
}
