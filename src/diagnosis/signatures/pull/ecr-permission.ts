import { lookUpImage, showRepositoryPolicy, showRolePolicies } from '../../advice/resource-commands';
import { inStopReason, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** ECR refused the execution role. */
export const pullEcrPermission: Signature = {
  cause: 'pull/ecr-permission',
  atBest: 'certain',
  retriable: false,
  says: 'ECR denied the pull to the execution role. Attach AmazonECSTaskExecutionRolePolicy, or its four ecr actions, '
    + 'to the execution role and not to the task role. Check the policies of the repository and the VPC endpoint.',
  toConfirm: 'Simulate ecr:GetAuthorizationToken, ecr:BatchGetImage, and ecr:GetDownloadUrlForLayer for the execution role. A '
    + 'denied action confirms it; otherwise, read the policies of the repository and the VPC endpoint.',
  reads: ['stop'],
  oftenConfused: ['pull/ecr-cross-account', 'pull/image-not-found'],
  stopFamilies: { 'ECR image': 3 },
  consolePages: ['role', 'repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web-exec/0123 is not authorized to perform: '
        + 'ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the '
        + 'ecr:GetAuthorizationToken action',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve ecr registry auth: service call has been retried 1 time(s): operation error ECR: '
        + 'GetAuthorizationToken, https response error StatusCode: 400, RequestID: 415e6826-1, api error '
        + 'AccessDeniedException: User',
    },
    {
      containerReason: 'CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull '
        + 'images from the registry. Error response from daemon: pull access denied for '
        + '111122223333.dkr.ecr.us-east-1.amazonaws.com/web, repository does not exist or may require \'docker '
        + 'login\': denied: User: arn:aws:sts::111122223333:assumed-role/web-exec/xyz is not authorized to perform: '
        + 'ecr:BatchGetImage on resource: arn:aws:ecr:us-east-1:111122223333:repository/web because no identity-based '
        + 'policy allows the ecr:BatchGetImage action',
    },
  ],
  clues: together(
    inStopReason(
      {
        sure: 'certain',
        says: 'IAM denied an action of ECR to the execution role',
        words: [
          'not authorized to perform(:|) ecr:',
          'retrieve ecr registry auth … AccessDenied',
          'no identity-based policy allows the ecr:',
          'no VPC endpoint policy allows the ecr:',
          'GetAuthorizationToken … AccessDenied',
          '.dkr.ecr. … no basic auth credentials',
        ],
        unless: ['no resource-based policy allows the ecr:'],
      },
      {
        sure: 'likely',
        says: 'the registry denied the pull to the execution role',
        words: [
          'Check that the role has the permissions to pull',
          '.dkr.ecr. … pull access denied',
          'pull access denied … .dkr.ecr.',
          'authorization token has expired',
          'no basic auth credentials',
          '.dkr.ecr. … 401 Unauthorized',
          'CannotPullECRContainerError: AccessDenied',
        ],
      },
      {
        sure: 'likely',
        says: 'ECR returned 403',
        words: [
          '.dkr.ecr. … 403 Forbidden',
          '.dkr.ecr. … denied:',
        ],
        unless: ['@sha256:', 'starport', 'no resource-based policy'],
      },
      {
        sure: 'possible',
        says: 'ECR uses this wording for a denial',
        words: ['CannotPull … AccessDenied'],
        unless: ['starport', '<Error>', 'response body', 's3.'],
      },
      {
        sure: 'possible',
        says: 'ECR returned 403',
        words: [
          '.dkr.ecr. … 403 Forbidden',
          'unexpected status … 403 Forbidden',
          'failed to resolve ref … 403',
        ],
        unless: ['docker.io', 'ghcr.io', 'quay.io'],
      },
      {
        sure: 'possible',
        says: 'ECR could be reached, and returns 403 for a denied pull',
        words: [
          'unexpected status from HEAD request to … .dkr.ecr.',
          '.dkr.ecr. … unexpected status',
        ],
        unless: ['404', '500', '503', '@sha256:'],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Check that the execution role has AmazonECSTaskExecutionRolePolicy.',
      commands: showRolePolicies(evidence, 'execution-role-name'),
      prop: 'image',
    },
    {
      title: 'Check that the image exists, and who can pull it.',
      commands: [lookUpImage(evidence), showRepositoryPolicy(evidence)],
      prop: null,
    },
  ],
};
