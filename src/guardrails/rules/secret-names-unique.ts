import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';

/** The secrets of a log driver are options of that driver, and no variables of the container. */
export const secretNamesUnique: ContainerRule = {
  id: 'secret-names-unique',
  class: 'refused',
  judges: 'container',
  property: 'Secrets',
  reads: ['task.containers.environment', 'task.containers.secrets'],
  title: 'Secrets and environment variables of a container should have different names.',
  why: 'ECS rejects a task definition if a name appears twice in the secrets of a container, or in both its secrets and its environment.',
  fix: 'Remove the variable from environment, or rename the secret in secrets, of HardenedFargateService or addContainer.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-secrets'],
  prevents: [],
  breaks: { secrets: { name: 'STAGE' } },
  holds: ({ environment, secrets }) => {
    if (!isKnown(secrets)) return UNKNOWN;
    const own = secrets.filter(({ ofLogDriver = false }) => ofLogDriver === false);
    const names = own.map(({ name }) => name).filter(name => !name.includes('${'));
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    const variables = isKnown(environment) ? environment.map(({ name }) => name) : [];
    const faults = [
      ...[...new Set(twice)].map(name => `two secrets are named '${name}'`),
      ...[...new Set(names)].filter(name => variables.includes(name)).map(name => `'${name}' is a secret and a plain variable`),
    ];
    if (faults.length > 0) return { seen: faults.join('; ') };
    return isKnown(environment) || UNKNOWN;
  },
};
