import { aws } from '../../advice/commands';
import { describeRoutes } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The way to the bucket with the layers is closed by a policy. */
export const pullS3EndpointPolicy: Signature = {
  cause: 'pull/s3-endpoint-policy',
  atBest: 'certain',
  retriable: false,
  says: 'ECR returned the manifest, but S3 denied the layers. The policy of the S3 gateway endpoint does not allow the '
    + 'bucket of ECR. Allow s3:GetObject on arn:aws:s3:::prod-<region>-starport-layer-bucket/*.',
  toConfirm: 'Read the policy of the S3 endpoint. If it does not allow s3:GetObject on the bucket '
    + 'prod-<region>-starport-layer-bucket, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['pull/network', 'pull/ecr-permission'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: '
        + 'unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/10a1b2/web: '
        + '403 Forbidden',
    },
    {
      containerReason: 'CannotPullContainerError: Error response from daemon: error parsing HTTP 403 response body: '
        + 'starport-layer-bucket: AccessDenied',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'S3 denied a layer of the image',
      words: [
        'starport-layer-bucket … 403',
        'starport-layer-bucket … Forbidden',
        'starport-layer-bucket … AccessDenied',
        '403 … starport-layer-bucket',
      ],
    },
    {
      sure: 'likely',
      says: 'the manifest was read, and a layer was denied',
      words: [
        'failed to copy: httpRead(er|)Seeker: failed open: unexpected status code … s3. … 403',
        'error parsing HTTP 403 response body',
      ],
    },
    {
      sure: 'possible',
      says: 'the manifest was read, but not a layer',
      words: [
        'failed to copy: httpRead(er|)Seeker: failed open: unexpected status',
        'starport-layer-bucket',
        'pull command failed: panic: runtime error',
      ],
      unless: ['i/o timeout', 'docker.io', 'Unauthorized'],
    },
  ),
  actions: evidence => [
    {
      title: 'Read the policy of the S3 endpoint.',
      commands: [
        aws(
          evidence,
          'ec2 describe-vpc-endpoints',
          '--filters Name=vpc-id,Values=<vpc-id> Name=vpc-endpoint-type,Values=Gateway',
          "--query 'VpcEndpoints[].PolicyDocument'",
        ),
      ],
      prop: 'vpcEndpoints',
    },
    { title: 'Check that the route table of the subnet has the S3 endpoint.', commands: [describeRoutes(evidence)], prop: null },
  ],
};
