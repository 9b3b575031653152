import { isKnown } from '../../facts/model/fact';
import { faultOfReference } from '../iam/secret-reference';
import type { ContainerRule } from '../model/rule';

export const secretReferenceValid: ContainerRule = {
  id: 'secret-reference-valid',
  class: 'cannot start',
  judges: 'container',
  property: 'Secrets',
  reads: ['task.containers.secrets'],
  title: 'Every secret reference should be a secret ARN, a parameter ARN, or a parameter name.',
  why: 'ECS reads a value that is not an ARN as a Parameter Store name. If that parameter does not exist, the task does not start.',
  fix: 'In secrets of HardenedFargateService or addContainer, use ecs.Secret.fromSecretsManager or ecs.Secret.fromSsmParameter, which '
    + 'write the reference.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html',
  ],
  prevents: ['init/secret-wrong-reference'],
  breaks: {
    secrets: [{ name: 'DB_PASSWORD', reference: '${Shop/Secret.Ref}', store: 'secretsmanager', valueFrom: '${Shop/Secret.Ref}:password' }],
  },
  holds: ({ secrets }) => {
    const faults = (isKnown(secrets) ? secrets : []).flatMap(({ name, valueFrom }) => {
      const fault = valueFrom === undefined || !isKnown(valueFrom) ? undefined : faultOfReference(valueFrom);
      return fault === undefined ? [] : [`'${name}' ${fault}`];
    });
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};
