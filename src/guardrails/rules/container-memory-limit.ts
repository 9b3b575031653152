import type { ContainerRule } from '../model/rule';

export const containerMemoryLimit: ContainerRule = {
  id: 'container-memory-limit',
  level: 'error',
  judges: 'container',
  property: 'Memory',
  title: 'Every container has a hard limit to its memory.',
  why: 'Without one, a container that leaks takes the memory of the whole task, and the kernel chooses which process dies for it.',
  fix: 'Set memoryLimitMiB in addContainer and remove what overrides it, also for containers that are added to the taskDefinition of '
    + "HardenedFargateService; the application's own container then has what they leave.",
  see: ['https://docs.aws.amazon.com/controltower/latest/controlreference/ecs-rules.html#ct-ecs-pr-7-description'],
  prevents: ['memory/container-limit'],
  breaks: { memoryMiB: undefined },
  holds: ({ memoryMiB: limit }) => limit !== undefined,
};
