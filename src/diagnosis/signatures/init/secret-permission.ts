import { argument, simulateRole } from '../../advice/commands';
import { deniedActionOf, roleOf, secretOf } from '../../advice/named-resources';
import { showRolePolicies } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const KMS = ['Access to KMS', 'kms:Decrypt', 'KMS key', 'customer master key', 'AccessDeniedException: Acc'];

/** The execution role may not read the secret. */
export const initSecretPermission: Signature = {
  cause: 'init/secret-permission',
  atBest: 'certain',
  retriable: false,
  says: 'The execution role has no permission to read the secret or parameter. Grant secretsmanager:GetSecretValue or '
    + 'ssm:GetParameters on this ARN to the execution role. A permission of the task role does not apply here.',
  toConfirm: 'Simulate secretsmanager:GetSecretValue or ssm:GetParameters for the execution role on the ARN in valueFrom. A '
    + 'denied action confirms it; otherwise, read the resource policy of the secret.',
  reads: ['stop'],
  oftenConfused: ['init/secret-kms', 'init/network'],
  stopFamilies: { secret: 2 },
  consolePages: ['role'],
  suspectChanges: ['secrets', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret '
        + 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:N8N_ENCRYPTION_KEY-nAG4eC from secrets manager: '
        + 'operation error Secrets Manager: GetSecretValue, https response error StatusCode: 400, RequestID: d45b80b7, '
        + 'api error AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/668f97696c is not authorized to perform: '
        + 'secretsmanager:GetSecretValue on resource: '
        + 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:N8N_ENCRYPTION_KEY-nAG4eC because no '
        + 'identity-based policy allows the secretsmanager:GetSecretValue action',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web-exec/1 is not authorized to perform: ssm:GetParameters on '
        + 'resource: arn:aws:ssm:us-west-2:111122223333:parameter/web/db because no identity-based policy allows the '
        + 'ssm:GetParameters action',
    },
    {
      stoppedReason: 'Fetching secret data from SSM Parameter Store in us-west-2: AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web/1 is not authorized to perform: ssm:GetParameters on resource: '
        + 'arn:aws:ssm:us-west-2:111122223333:parameter/Password',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'IAM denied the read to the execution role',
      words: [
        'not authorized to perform(:|) secretsmanager:',
        'not authorized to perform(:|) ssm:',
        'policy allows the secretsmanager:',
        'policy allows the ssm:Get',
        'failed to fetch secret … AccessDenied',
        'retrieve secret(s|) from (asm|ssm) … AccessDenied',
        'Fetching secret data … AccessDenied',
        'TaskFailedToStart … AccessDenied … (Secrets Manager|Parameter Store)',
      ],
      unless: KMS,
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; a denied permission is a common one',
      words: [
        'unable to retrieve secret',
        'unable to pull secrets',
        'Check whether the secret exists in the specified Region',
      ],
      unless: [
        ...KMS,
        'is not authorized to perform',
        'i/o timeout',
        'deadline exceeded',
        'connection issue',
        'RequestCanceled',
        'signal: killed',
        'invalid ssm parameters',
        'ecr registry auth',
        'json key',
        'ResourceNotFound',
        'network',
        'ValidationException',
        'marked for deletion',
      ],
    },
  ),
  actions: evidence => [
    {
      title: 'Simulate the read for the execution role.',
      commands: [
        simulateRole('execution-role-arn', [deniedActionOf(evidence) ?? 'secretsmanager:GetSecretValue'], secretOf(evidence)),
        ...showRolePolicies(evidence, 'execution-role-name'),
      ],
      prop: null,
    },
    {
      title: 'Grant the permission to the execution '
        + `role${roleOf(evidence) ? ` ${argument(roleOf(evidence), 'role')}` : ''}, not to the task role.`,
      commands: [],
      prop: 'secrets',
    },
  ],
};
