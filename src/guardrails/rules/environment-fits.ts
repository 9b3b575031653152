import { isKnown } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { containerNamed } from '../predicates/container-named';

const MOST_VARIABLES = 100;
const MOST_KIB = 64;

/** The first limit is in no documentation; it was reported as https://github.com/aws/aws-cdk/issues/38225 and confirmed there. */
export const environmentFits: TaskRule = {
  id: 'environment-fits',
  level: 'error',
  judges: 'task',
  property: 'ContainerDefinitions',
  title: `No container has more than ${MOST_VARIABLES} plain variables, and the task definition is not longer than ${MOST_KIB} KiB.`,
  why: 'A container with more variables is deployed with none at all while CloudFormation reports success, '
    + 'and a longer task definition is refused.',
  fix: 'Keep in environment of HardenedFargateService or addContainer what decides how the program starts, and move the rest into a '
    + 'file, environmentFiles or a parameter that the program reads.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html'],
  prevents: ['app/missing-config'],
  breaks: { leastBytes: 70_000 },
  holds: ({ containers, leastBytes }) => {
    const full = (isKnown(containers) ? containers : []).flatMap(({ name, environment }) =>
      isKnown(environment) && environment.length > MOST_VARIABLES ? [`${containerNamed(name)} has ${environment.length} variables`] : []);
    const long =
      isKnown(leastBytes) && leastBytes > MOST_KIB * 1024 ? [`the task definition is ${Math.ceil(leastBytes / 1024)} KiB long`] : [];
    return full.length + long.length === 0 || { seen: [...full, ...long].join('; ') };
  },
};
