import { readContainer } from './container';
import { refusedOfTask } from './fargate-refuses';
import { readList } from './items';
import { readRole } from './role';
import { type Known, UNKNOWN } from '../model/fact';
import type { TaskFacts } from '../model/task';
import { asNumber, type Resolved } from '../template/resolved';
import { placeOf } from '../template/resource';
import type { Templates } from '../template/templates';

/** Reads the task definition that a service runs; one that is declared elsewhere is unknown. */
export function readTask(templates: Templates, reference: Resolved): Known<TaskFacts> {
  const task = templates.referred(reference, 'AWS::ECS::TaskDefinition');
  if (task === undefined) return UNKNOWN;
  const { Cpu: cpu, Memory: memory, ExecutionRoleArn: executionRole, TaskRoleArn: taskRole, ContainerDefinitions: containers } = task.properties;
  return {
    at: placeOf(task),
    cpu: asNumber(cpu),
    memoryMiB: asNumber(memory),
    executionRole: readRole(templates, executionRole),
    taskRole: readRole(templates, taskRole),
    containers: readList(containers, (container, index) => readContainer(templates, task, container, index)),
    unsupportedParameters: refusedOfTask(task.properties),
  };
}
