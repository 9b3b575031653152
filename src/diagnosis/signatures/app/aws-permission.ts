import type { Evidence } from '../../../evidence/model/evidence';
import { simulateRole, tailLogs } from '../../advice/commands';
import { deniedActionOf } from '../../advice/named-resources';
import { showRolePolicies } from '../../advice/resource-commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { REFUSED_TIME } from '../../vocabulary/refused-time';

/** The application may not do this in AWS. */
export const appAwsPermission: Signature = {
  cause: 'app/aws-permission',
  atBest: 'likely',
  retriable: false,
  says: 'AWS denied an action that the application needs. Grant the action on the resource that the log names to the '
    + 'task role, not to the execution role.',
  toConfirm: 'Simulate the denied action for the task role. If the result is implicitDeny or explicitDeny, this is the '
    + 'cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/aws-credentials', 'app/missing-config'],
  onlyLogTellsApart: true,
  logTopics: ['denied AWS action'],
  consolePages: ['role', 'log'],
  suspectChanges: ['task role', 'image'],
  seenIn: [
    {
      log: [
        'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web-task/0123 is not authorized to '
          + 'perform: secretsmanager:GetSecretValue on resource: '
          + 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:web because no identity-based policy allows the '
          + 'secretsmanager:GetSecretValue action',
      ],
    },
    { log: ['botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the PutObject operation: Access Denied'] },
    {
      log: [
        'AccessDenied: Access Denied',
        '    at throwDefaultError (/app/node_modules/@aws-sdk/smithy-client/dist-cjs/default-error-handler.js:8:22)',
      ],
    },
    {
      log: [
        'operation error S3: GetObject, https response error StatusCode: 403, RequestID: 1, HostID: 2, api error '
          + 'AccessDenied: Access Denied',
      ],
    },
  ],
  clues: inLog({
    sure: 'likely',
    says: 'AWS denied an action',
    words: [
      'is not authorized to perform',
      'AccessDeniedException: User',
      'An error occurred (AccessDenied',
      'AccessDenied: Access Denied',
      'api error AccessDenied',
      'AccessDenied: User',
      'no identity-based policy allows',
      'AmazonS3Exception: Access Denied',
      'S3Exception: Access Denied',
      'AuthorizationErrorException',
      'UnauthorizedOperation',
      'KMSAccessDenied',
      'Access to KMS is not allowed',
      'AccessDeniedException',
      'explicit deny',
      'Not authorized to perform sts:AssumeRole',
      '(Forbidden) when calling the HeadObject',
      '(403) when calling the HeadObject',
      'S3 … 403 Forbidden',
    ],
    unless: [
      'AccessDeniedException: /', 'java.nio', 'CannotPull', 'ResourceInitialization', 'TaskFailedToStart', 'SignatureDoesNotMatch',
      ...REFUSED_TIME,
    ],
  }),
  actions: evidence => [
    {
      title: 'Simulate the denied action for the task role.',
      commands: [...simulated(evidence), ...showRolePolicies(evidence, 'task-role-name')],
      prop: null,
    },
    { title: 'Read which action was denied.', commands: [tailLogs(evidence)], prop: null },
  ],
};

/** Without the name of the action there is nothing to ask. */
const simulated = (evidence: Evidence): readonly string[] => {
  const action = deniedActionOf(evidence);
  return action === undefined ? [] : [simulateRole('task-role-arn', [action])];
};
