import { isKnown } from '../../facts/model/fact';
import { faultOfReference } from '../iam/secret-reference';
import type { ContainerRule } from '../model/rule';

export const secretReferenceValid: ContainerRule = {
  id: 'secret-reference-valid',
  level: 'error',
  judges: 'container',
  property: 'Secrets',
  title: 'Every secret is named by the ARN of a secret, or by the ARN or the name of a parameter.',
  why: 'ECS takes what is no ARN for the name of a parameter of the same Region, finds none, and starts no task.',
  fix: 'Pass the secret in secrets of HardenedFargateService or addContainer with ecs.Secret.fromSecretsManager or '
    + 'ecs.Secret.fromSsmParameter, which write the reference.',
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
