import type { EnvironmentVariable } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { credentialBy, credentialIn } from '../predicates/credential';

export const noSecretsInEnvironment: ContainerRule = {
  id: 'no-secrets-in-environment',
  class: 'leaks',
  judges: 'container',
  property: 'Environment',
  reads: ['task.containers.environment'],
  title: 'Environment variables should not contain credentials.',
  why: 'Anyone who can view the template or describe the task definition can read environment variables. Old revisions keep them. '
    + 'ECS also shows the value of a parameter that CloudFormation hides.',
  fix: 'Store the value in Secrets Manager or Parameter Store, and pass it in secrets of HardenedFargateService or addContainer. '
    + 'This includes a password in a URL.',
  see: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  prevents: [],
  breaks: { environment: [{ name: 'API_TOKEN', value: 'correct-horse' }] },
  holds: ({ environment }) => {
    if (!isKnown(environment)) return UNKNOWN;
    const found = environment.flatMap(variable => {
      const reason = reasonFor(variable);
      return reason === undefined ? [] : [`'${variable.name}' ${reason}`];
    });
    return found.length === 0 || { seen: found.join('; ') };
  },
};

const reasonFor = ({ name, value, parameter }: EnvironmentVariable): string | undefined =>
  (isKnown(value) ? credentialIn(name, value) : undefined) ?? (parameter && credentialBy(name, parameter));
