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
  says: 'The task could not reach ECR, Secrets Manager, or SSM before its containers started. Add a route to a NAT '
    + 'gateway, a public IP address in a public subnet, or VPC endpoints with private DNS. Allow outbound TCP 443 in '
    + 'the security group of the task.',
  toConfirm: 'Check the subnet routes, the security group, and the VPC endpoints. A task with neither internet access nor the '
    + 'endpoints that it needs (secretsmanager, ssm, kms, ecr.api), or with TCP 443 blocked, confirms it.',
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
      says: 'the service with the secrets or the registry login could not be reached',
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
      says: 'the message does not give the reason; after several attempts, the network is the most common one',
      words: ['pull secrets or registry auth … has been retried (3|4|5|6|7|8|9|10) time'],
      unless: OTHER_REASONS,
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; the network is the most common one',
      words: [
        'unable to pull secrets',
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
    { title: 'Run the AWS runbook that tests the network path of the task.', commands: [troubleshoot(evidence)], prop: null },
    {
      title: 'Check the routes, VPC endpoints, and security groups.',
      commands: [describeRoutes(evidence), listEndpoints(evidence), describeInterface(evidence)],
      prop: 'vpcEndpoints',
    },
  ],
};
