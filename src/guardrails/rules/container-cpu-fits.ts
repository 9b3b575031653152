import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

export const containerCpuFits: TaskRule = {
  id: 'container-cpu-fits',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.cpu', 'task.cpu'],
  title: 'The CPU units of the containers should fit into the CPU units of the task.',
  why: 'ECS rejects a task definition if its containers reserve more CPU units than the task has.',
  fix: 'Increase cpu of HardenedFargateService or ecs.FargateTaskDefinition, or lower cpu in addContainer.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-cpu',
  ],
  prevents: [],
  breaks: { containers: { cpu: 512 } },
  holds: ({ cpu: available, containers }) => {
    if (typeof available !== 'number' || !isKnown(containers)) return UNKNOWN;
    const reserved = containers.reduce((sum, { cpu }) => sum + (typeof cpu === 'number' ? cpu : 0), 0);
    if (reserved > available) return { seen: `the containers reserve ${reserved} CPU units in total, but the task has ${available}` };
    return containers.every(({ cpu }) => isKnown(cpu)) || UNKNOWN;
  },
};
