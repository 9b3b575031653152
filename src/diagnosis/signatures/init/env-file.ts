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
  says: 'ECS could not download the environment file from S3. The file does not exist, the execution role lacks '
    + 's3:GetObject or s3:GetBucketLocation, or the task has no network path to S3.',
  toConfirm: 'Read the error. Code 404 means a missing object, code 403 a missing permission or object, and a timeout a '
    + 'missing network path.',
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
    says: 'the environment file was not downloaded',
    words: [
      'failed to download env files',
      'download the environment variable files',
      'Unable to download env file',
      'environment file … s3',
    ],
  }),
  actions: evidence => [
    {
      title: 'Check that the file exists, and that the execution role can read it.',
      commands: [
        `aws s3 ls ${s3ObjectOf(evidence) ? argument(`s3://${s3ObjectOf(evidence)}`, 's3-uri') : '<s3-uri>'}`,
        simulateRole('execution-role-arn', ['s3:GetObject', 's3:GetBucketLocation']),
      ],
      prop: 'environment',
    },
    { title: 'On a timeout, check the network path to S3.', commands: [listEndpoints(evidence)], prop: 'vpcEndpoints' },
  ],
};
