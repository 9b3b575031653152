import { argument, simulateRole } from '../../advice/commands';
import { s3ObjectOf } from '../../advice/named-resources';
import { listEndpoints } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The file with the environment was not fetched. */
export const initEnvFile: Signature = {
  cause: 'init/env-file',
  atBest: 'certain',
  retriable: false,
  says: 'The environment file could not be fetched from S3: it is missing, the execution role lacks s3:GetObject or '
    + 's3:GetBucketLocation, or the task has no way to S3.',
  toConfirm: 'A code 403 is a permission or a missing object, a 404 a missing object, a timeout the network.',
  reads: ['stop'],
  oftenConfused: ['init/network'],
  stopFamilies: { 'environment file': 1 },
  suspectChanges: ['environment files', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): '
        + 'operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden.',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to download env files: file download command: non-empty error stream: '
        + 'RequestCanceled: request context canceled caused by: context deadline exceeded',
    },
    {
      stoppedReason: "The task can't download the environment variable files from Amazon S3. "
        + 'There is a connection issue between the task and Amazon S3. '
        + 'Check your task network configuration.',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the environment file was not fetched',
    words: [
      'failed to download env files',
      'download the environment variable files',
      'Unable to download env file',
      'environment file … s3',
    ],
  }),
  actions: evidence => [
    {
      title: 'See whether the file is there, and whether the execution role may read it.',
      commands: [
        `aws s3 ls ${s3ObjectOf(evidence) ? argument(`s3://${s3ObjectOf(evidence)}`, 's3-uri') : '<s3-uri>'}`,
        simulateRole('execution-role-arn', ['s3:GetObject', 's3:GetBucketLocation']),
      ],
      prop: 'environment',
    },
    { title: 'On a timeout, see whether the VPC reaches S3.', commands: [listEndpoints(evidence)], prop: 'vpcEndpoints' },
  ],
};
