import { MOST_ENVIRONMENT_FILES } from '../../aws/limits';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

export const environmentFileValid: ContainerRule = {
  id: 'environment-file-valid',
  class: 'refused',
  judges: 'container',
  property: 'EnvironmentFiles',
  reads: ['task.containers.environmentFiles'],
  title: `A container should have at most ${MOST_ENVIRONMENT_FILES} environment files, each with the extension .env.`,
  why: 'ECS rejects a task definition with an environment file that has another extension, '
    + `or with more than ${MOST_ENVIRONMENT_FILES} environment files.`,
  fix: 'Rename the object in Amazon S3 to end in .env, and pass it in environmentFiles of addContainer. '
    + 'The same applies to HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html'],
  prevents: [],
  breaks: { environmentFiles: ['${Shop/Settings.Arn}/production.txt'] },
  holds: ({ environmentFiles: files }) => {
    if (!isKnown(files)) return UNKNOWN;
    if (files.length > MOST_ENVIRONMENT_FILES) return { seen: `the container has ${files.length} environment files` };
    const wrong = files.filter(isKnown).filter(arn => !arn.endsWith('.env') && !arn.endsWith('}'));
    if (wrong.length > 0) return { seen: `${wrong.join(' and ')} does not end in .env` };
    return files.every(arn => isKnown(arn) && arn.endsWith('.env')) || UNKNOWN;
  },
};
