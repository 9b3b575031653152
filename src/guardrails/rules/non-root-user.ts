import type { ImageFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule, Verdict } from '../model/rule';
import { isWindows } from '../predicates/operating-system';

/**
 * Root is an error; a user whom neither the task nor the Dockerfile names is a warning.
 *
 * A task definition without a user leaves it to the image. Where the app builds the image, its Dockerfile says who that is.
 * Of an image that was built elsewhere nobody knows it here, so that there is no verdict, although Security Hub (ECS.20)
 * asks for a user in the task definition in any case: most good images name their user, and a warning about each of them
 * would teach people to read over warnings.
 */
export const nonRootUser: ContainerRule = {
  id: 'non-root-user',
  class: 'weakens',
  judges: 'container',
  property: 'User',
  reads: ['task.containers.image', 'task.containers.user', 'task.operatingSystem'],
  title: 'Containers should not run as root.',
  why: 'An attacker who compromises a root process controls the container and can more easily escape it.',
  fix: 'Set user of HardenedFargateService or addContainer to a non-root user, such as 65532:65532, or end the Dockerfile with USER.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-20',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-21',
  ],
  prevents: [],
  breaks: { user: '0:0' },
  holds: ({ user, image }, task) => {
    const windows = isWindows(task);
    if (!isKnown(user)) return UNKNOWN;
    if (user !== undefined) return judged(user, windows, 'the user is');
    return isKnown(image) ? judgedImage(image, windows) : UNKNOWN;
  },
};

function judgedImage({ built }: ImageFacts, windows: Known<boolean>): Verdict {
  if (built === undefined || !isKnown(built) || !isKnown(built.user) || windows !== false) return UNKNOWN;
  if (built.user !== undefined) return judged(built.user, windows, 'the Dockerfile ends with the user');
  return { seen: 'neither the task definition nor the Dockerfile sets a user, and most base images use root', class: 'hygiene' };
}

function judged(user: string, windows: Known<boolean>, words: string): Verdict {
  const [name] = user.replace(/\$\{[^}]*\}/g, '$').split(':');
  if (!isKnown(windows) || name.includes('$')) return UNKNOWN;
  const isMaster = windows ? name.toLowerCase() === 'containeradministrator' : /^(?:root|0+)$/.test(name);
  return !isMaster || { seen: `${words} '${user}'` };
}
