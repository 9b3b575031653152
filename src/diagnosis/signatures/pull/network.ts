import { describeInterface, describeRoutes, listEndpoints, troubleshoot } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const PULLING = '(CannotPull|pull image manifest|failed to resolve ref|failed to copy|image has been retried)';
const TRANSIENT = ['TLS handshake timeout', 'connection reset', 'EOF'];

/** The task has no way to its registry. */
export const pullNetwork: Signature = {
  cause: 'pull/network',
  atBest: 'certain',
  retriable: false,
  says: 'The task could not reach the registry. Add a route to a NAT gateway, or VPC endpoints with private DNS '
    + 'for ecr.api, ecr.dkr, and S3. In a public subnet, assign a public IP address. Allow outbound TCP 443 in the security group '
    + 'of the task.',
  toConfirm: 'Check the routes of the subnet, the security group, and the VPC endpoints. A task with neither internet access '
    + 'nor endpoints for ecr.api, ecr.dkr, and S3, or with TCP 443 blocked, confirms it.',
  reads: ['stop'],
  oftenConfused: ['pull/s3-endpoint-policy', 'pull/transient-network'],
  stopFamilies: { 'ECR image': 1, 'image': 1 },
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref '
        + 'docker.io/tryretool/backend:2.110.5: failed to do request: Head '
        + '"https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o '
        + 'timeout',
    },
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: '
        + 'failed to do request: Get 111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/web:0.0.1: dial tcp '
        + '52.219.199.138:443: i/o timeout',
    },
    {
      containerReason: 'CannotPullContainerError: Error response from daemon: Get '
        + 'https://111122223333.dkr.ecr.us-west-2.amazonaws.com/v2/: net/http: request canceled while waiting for '
        + 'connection (Client.Timeout exceeded while awaiting headers)',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the registry did not respond',
      words: [
        `${PULLING} … i/o timeout`,
        `${PULLING} … waiting for connection`,
        `${PULLING} … network is unreachable`,
        `${PULLING} … no route to host`,
        `${PULLING} … connect: connection timed out`,
      ],
    },
    {
      sure: 'likely',
      says: 'the registry could not be reached',
      words: [
        `${PULLING} … connection issue`,
        `${PULLING} … deadline exceeded`,
        `${PULLING} … Client.Timeout`,
        `${PULLING} … Check your (task |)network configuration`,
        `${PULLING} … no such host`,
        `${PULLING} … connection refused`,
        `${PULLING} … context cancel(l|)ed`,
        `${PULLING} … request cancel(l|)ed`,
        `${PULLING} … dial tcp`,
        `${PULLING} … signal: killed`,
        "can't pull the image. Check your network",
        'The task cannot pull … connection issue',
        'net/http: request canceled while waiting for connection',
        'failed to do request: (Head|Get) … dial tcp',
        'pull command failed: panic: runtime error',
      ],
      unless: [...TRANSIENT, 'CannotCreateVolume', 'pull secrets or registry auth'],
    },
    {
      sure: 'possible',
      says: 'a missing network path to the registry is the most common reason',
      words: [
        'CannotPullContainer',
        'API error',
        'error pulling image conf',
        'context canceled',
        'failed to copy: httpRead(er|)Seeker',
        'TLS handshake timeout',
        'inspect image has been retried',
        'pull image manifest has been retried # time(s): failed to resolve ref',
      ],
      unless: [
        'CannotStart',
        'CannotCreate',
        'not found',
        'Forbidden',
        'Unauthorized',
        'toomanyrequests',
        'Too Many Requests',
        'descriptor',
        'x509',
        'no space left',
        'not enough space on the disk',
        'pull secrets or registry auth',
        'insufficient_scope',
        'AccessDenied',
        'diffIDs',
        'media-type',
        'certificate',
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
