import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { credentialIn } from '../predicates/credential';

export const noSecretsInEnvironment: ContainerRule = {
  id: 'no-secrets-in-environment',
  level: 'error',
  judges: 'container',
  property: 'Environment',
  title: 'No credential stands in the plain environment of a container.',
  why: 'Plain values can be read in the template, in the console and by everybody who may describe the task '
    + 'definition, for as long as its revision exists.',
  fix: 'Keep the value in Secrets Manager or Parameter Store and pass it in secrets of HardenedFargateService or '
    + 'addContainer; a password in a URL needs the same.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  ],
  prevents: [],
  breaks: { environment: [{ name: 'DB_PASSWORD', value: 'correct-horse' }] },
  holds: ({ environment }) => {
    if (!isKnown(environment)) return UNKNOWN;
    const found = environment.flatMap(({ name, value }) => {
      const reason = isKnown(value) ? credentialIn(name, value) : undefined;
      return reason === undefined ? [] : [`'${name}' ${reason}`];
    });
    return found.length === 0 || { seen: found.join('; ') };
  },
};
