import { aws } from '../../advice/commands';
import { describeSecret, showRolePolicies } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The key of the secret is closed to the execution role. */
export const initSecretKms: Signature = {
  cause: 'init/secret-kms',
  atBest: 'certain',
  retriable: false,
  says: 'The secret is encrypted with a customer managed key, and the execution role has no permission to use it. Grant '
    + 'kms:Decrypt on that key in the policy of the role, and allow the role in the key policy.',
  toConfirm: 'Read KmsKeyId of the secret and the key policy, and simulate kms:Decrypt for the execution role. If the two '
    + 'policies together do not allow it, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/secret-permission', 'init/network'],
  consolePages: ['role'],
  suspectChanges: ['secrets', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret '
        + 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:web-EaPYTy from secrets manager: '
        + 'AccessDeniedException: Access to KMS is not allowed status code: 400, request id: a87a66d9',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: The '
        + 'ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are '
        + 'not allowed to access.',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: '
        + 'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-exec/1 is not authorized to '
        + 'perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no identity-based policy '
        + 'allows the kms:Decrypt action',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the denial is for the key, not for the secret',
    words: [
      'Access to KMS is not allowed',
      'ciphertext refers to a customer master key',
      'not authorized to perform: kms:',
      'policy allows the kms:',
      'KMSAccessDenied',
      'secret … AccessDeniedException: Acc',
      'KMSInvalidState',
      'DecryptionFailure',
      "can't decrypt the protected secret",
    ],
    unless: ['EBS volume', 'EphemeralStorage', 'env files'],
  }),
  actions: evidence => [
    { title: 'Check which key encrypts the secret.', commands: [describeSecret(evidence)], prop: 'secrets' },
    {
      title: 'Check the key policy and the permissions of the execution role.',
      commands: [
        aws(evidence, 'kms get-key-policy --key-id <key-id> --policy-name default'),
        ...showRolePolicies(evidence, 'execution-role-name'),
      ],
      prop: null,
    },
  ],
};
