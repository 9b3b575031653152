import { describeInterface, describeRoutes, listEndpoints, troubleshoot } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const SECRETS = '(pull secrets or registry auth|retrieve secret|retrieve ecr registry auth|failed to fetch secret|retrieved '
  + 'failed|pull secrets from AWS|registry auth from asm)';

/** Words after which the message tells another reason than the network. */
const OTHER_REASONS: readonly string[] = [
  'AccessDenied',
  'ResourceNotFound',
  'invalid ssm parameters',
  'not authorized',
  'json key',
  'ValidationException',
  "can't find",
  'marked for deletion',
  'InvalidRequest',
];

/** The task has no way to the services it needs before it starts. */
export const initNetwork: Signature = {
  cause: 'init/network',
  atBest: 'certain',
  retriable: false,
  says: 'Before the containers start, the task must reach ECR, Secrets Manager or SSM, and it could not. '
    + 'Give its subnet a way out (NAT, or a public IP in a public subnet), or endpoints for these services with '
    + 'private DNS, and let its security group out on 443.',
  toConfirm: 'Follow the routes of the task\'s subnet, its security group and the endpoints of secretsmanager, ssm, kms and ecr.api.',
  reads: ['stop'],
  oftenConfused: ['init/secret-permission', 'init/secret-not-found'],
  stopFamilies: { 'environment file': 2, 'secret': 1, 'timeout': 2 },
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request '
        + 'failed caused by: Post "https://api.ecr.us-east-2.amazonaws.com/": dial tcp 52.95.16.1:443: i/o timeout. '
        + 'Please check your task network configuration.',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth '
        + 'from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network '
        + 'configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https '
        + 'response error StatusCode: 0, RequestID: ',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request '
        + 'context canceled caused by: context deadline exceeded',
    },
    { stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed' },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: '
        + 'There is a connection issue between the task and AWS Secrets Manager',
    },
    {
      stoppedReason: 'The task cannot pull secrets from AWS Systems Manager Parameter Store. '
        + 'Check your network connection between the task and AWS Systems Manager.',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the service that holds the secrets or the registry login was not reached',
      words: [
        `${SECRETS} … i/o timeout`,
        `${SECRETS} … deadline exceeded`,
        `${SECRETS} … deadli...`,
        `${SECRETS} … connection issue`,
        `${SECRETS} … request cancel(l|)ed`,
        `${SECRETS} … RequestCanceled`,
        `${SECRETS} … signal: killed`,
        `${SECRETS} … Check your (task |)network`,
        `${SECRETS} … TLS handshake timeout`,
        `${SECRETS} … connection timed out`,
        `${SECRETS} … Client.Timeout`,
        `${SECRETS} … StatusCode: 0,`,
        `${SECRETS} … no such host`,
        `${SECRETS} … connection reset`,
        `${SECRETS} … connection refused`,
        `${SECRETS} … RequestError`,
        `${SECRETS} … server misbehaving`,
        `${SECRETS} … network is unreachable`,
        `${SECRETS} … no route to host`,
        `${SECRETS} … context canceled`,
        'pull registry auth(entication|) from Amazon ECR',
        'pull command failed: unable to pull secrets or registry auth',
      ],
      unless: ['AccessDenied', 'env files', 'logger args', 'is not authorized'],
    },
    {
      sure: 'likely',
      says: 'these words do not give the reason; after several attempts, the network is the most common one',
      words: ['pull secrets or registry auth … has been retried (3|4|5|6|7|8|9|10) time'],
      unless: OTHER_REASONS,
    },
    {
      sure: 'possible',
      says: 'the message does not say why, and the network is the most common reason',
      words: [
        'unable to pull secrets or registry auth',
        'Check whether the secret exists in the specified Region',
        'unable to retrieve secret',
      ],
      unless: [
        ...OTHER_REASONS,
        'retried 1 time',
        'Access to KMS',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Let AWS test the way from the task\'s subnet.', commands: [troubleshoot(evidence)], prop: null },
    {
      title: 'Look at the routes, the endpoints and the security groups.',
      commands: [describeRoutes(evidence), listEndpoints(evidence), describeInterface(evidence)],
      prop: 'vpcEndpoints',
    },
  ],
};
