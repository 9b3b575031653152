import { MOST_ENVIRONMENT_VARIABLES as MOST_VARIABLES } from '../../aws/limits';
import { isKnown } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { containerNamed } from '../predicates/container-named';

const MOST_KIB = 64;

export const environmentFits: TaskRule = {
  id: 'environment-fits',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.environment', 'task.containers.name', 'task.leastBytes'],
  title: `Containers should have at most ${MOST_VARIABLES} environment variables, and task definitions at most ${MOST_KIB} KiB.`,
  why: 'ECS rejects a task definition that is too large. '
    + 'A container with too many variables runs without any, although CloudFormation reports success.',
  fix: 'Keep only the variables that startup needs in environment of HardenedFargateService or addContainer. '
    + 'Move the others to environmentFiles, or to a parameter that the program reads.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html'],
  prevents: ['app/missing-config'],
  breaks: { leastBytes: 70_000 },
  holds: ({ containers, leastBytes }) => {
    const full = (isKnown(containers) ? containers : []).flatMap(({ name, environment }) => {
      const count = isKnown(environment) ? environment.length : 0;
      return count > MOST_VARIABLES ? [`${containerNamed(name)} has ${count} environment variables`] : [];
    });
    const long =
      isKnown(leastBytes) && leastBytes > MOST_KIB * 1024 ? [`the task definition has at least ${Math.ceil(leastBytes / 1024)} KiB`] : [];
    return full.length + long.length === 0 || { seen: [...full, ...long].join('; ') };
  },
};
