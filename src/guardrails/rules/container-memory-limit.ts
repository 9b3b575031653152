import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** The only container of a task has the memory of the task as its limit. */
export const containerMemoryLimit: ContainerRule = {
  id: 'container-memory-limit',
  class: 'weakens',
  judges: 'container',
  property: 'Memory',
  reads: ['task.containers.memoryMiB'],
  title: 'Every container that shares a task should have a hard memory limit.',
  why: 'Without a limit, a container with a memory leak can use all of the task\'s memory. '
    + 'The kernel can then kill a process of another container.',
  fix: 'Set memoryLimitMiB in addContainer and remove any override. '
    + 'This includes containers that you add to the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html#ct-ecs-pr-7-description'],
  prevents: ['memory/container-limit'],
  breaks: { memoryMiB: undefined },
  holds: ({ memoryMiB: limit }, { containers }) => {
    if (limit !== undefined) return true;
    if (!isKnown(containers)) return UNKNOWN;
    return containers.length === 1 || { seen: 'the container has no hard memory limit' };
  },
};
