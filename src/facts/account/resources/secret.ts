import type { Known } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';
import { parseDocument } from '../model/policy-document';

/** A secret as DescribeSecret answers it. */
export interface SecretAnswer {
  readonly ARN?: string;
  readonly Name?: string;
  readonly KmsKeyId?: string;
}

export interface SecretAnswers {
  readonly secret: SecretAnswer;
  /** Absent where the secret has no policy of its own. */
  readonly policy: Known<string | undefined>;
}

/** A secret with its policy, never its value. */
export const secretResources = ({ secret: { ARN = '', KmsKeyId }, policy }: SecretAnswers): readonly AccountResource[] => {
  const document = parseDocument(policy);
  return [
    { id: ARN, type: 'AWS::SecretsManager::Secret', properties: { KmsKeyId }, names: { [ARN]: 'Ref' } },
    ...document === undefined ? [] : [{
      id: `${ARN}/policy`,
      type: 'AWS::SecretsManager::ResourcePolicy',
      properties: { SecretId: ARN, ResourcePolicy: document },
    }],
  ];
};
