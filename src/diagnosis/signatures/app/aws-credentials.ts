import type { Evidence } from '../../../evidence/model/evidence';
import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { inLog, logMayHold, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';
import { REFUSED_TIME } from '../../vocabulary/refused-time';

const rejectedKeys = inLog({
  sure: 'likely',
  says: 'AWS rejected the credentials of the application: they are wrong or expired',
  words: [
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'security token included in the request is',
    'ExpiredToken',
    'InvalidAccessKeyId',
    'AmazonServiceException: The security token',
    'The AWS Access Key Id you provided does not exist',
  ],
});

const rejectedSignature = inLog({
  sure: 'likely',
  says: 'AWS rejected the signature of a request: the secret access key is wrong',
  words: ['SignatureDoesNotMatch', 'request signature we calculated does not match'],
});

const isRefusedForItsTime = logMayHold(...REFUSED_TIME);

/** The code of a signature that expired is that of a wrong secret key, and many SDKs print it on a line of its own. */
function rejected(evidence: Evidence): readonly Clue[] {
  return [...rejectedKeys(evidence), ...isRefusedForItsTime(evidence) ? [] : rejectedSignature(evidence)];
}

/** The application has no AWS credentials. */
export const appAwsCredentials: Signature = {
  cause: 'app/aws-credentials',
  atBest: 'likely',
  retriable: false,
  says: 'The application found no valid AWS credentials. Assign a task role, which is not the execution role. Remove '
    + 'AWS_ACCESS_KEY_ID and AWS_PROFILE from the environment, and use an SDK version that supports container '
    + 'credentials.',
  toConfirm: 'Check that the task definition has a taskRoleArn, and that AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is set in '
    + 'the container. If either is missing, this is the cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/aws-permission', 'app/missing-config'],
  onlyLogTellsApart: true,
  logTopics: ['AWS credentials'],
  consolePages: ['log'],
  suspectChanges: ['task role', 'image'],
  seenIn: [
    { log: ['Unable to locate credentials. You can configure credentials by running "aws configure".'] },
    { log: ['botocore.exceptions.NoCredentialsError: Unable to locate credentials'] },
    { log: ['NoCredentialProviders: no valid providers in chain. Deprecated.'] },
    { log: ['CredentialsProviderError: Could not load credentials from any providers'] },
    { log: ['Error [CredentialsError]: Missing credentials in config, if using AWS_CONFIG_FILE, set AWS_SDK_LOAD_CONFIG=1'] },
    {
      log: ['software.amazon.awssdk.core.exception.SdkClientException: Unable to load credentials from any of the providers in the chain'],
    },
    {
      log: [
        'Get "http://169.254.169.254/latest/meta-data/iam/security-credentials/": dial tcp 169.254.169.254:80: connect: '
          + 'invalid argument',
      ],
    },
    { log: ['SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.'] },
    { log: ['failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata'] },
  ],
  clues: together(
    inLog(
      {
        sure: 'possible',
        says: 'the application requested EC2 instance credentials, which a Fargate task does not have',
        words: [
          '169.254.169.254',
          '169.254.170.2',
          'latest/meta-data',
        ],
      },
      {
        sure: 'likely',
        says: 'no AWS credentials were found',
        words: [
          'Unable to locate credentials',
          'meta-data/iam/security-credentials',
          'NoCredentialsError',
          'NoCredentialProviders',
          'no valid providers in chain',
          'Could not load credentials',
          'CredentialsProviderError',
          'CredentialsError',
          'Missing credentials in config',
          'Unable to load credentials',
          'Unable to load AWS credentials',
          'no EC2 IMDS role found',
          'failed to refresh cached credentials',
          'failed to retrieve credentials',
          'Unable to get IAM security credentials',
          'Unable to find credentials',
          'Partial credentials found',
          "Couldn't find AWS credentials",
          'Failed to get credentials',
          'Error retrieving credentials from the instance profile',
          'MissingCredentialsError',
          'Aws::Errors::MissingCredentials',
          'The config profile … could not be found',
          'ProfileNotFound',
          'AWS_CONTAINER_CREDENTIALS',
          'unable to sign request without credentials',
          '.aws/credentials',
          'No credentials … found',
          'no credentials found',
          'Error when retrieving credentials',
          'no providers in chain provided credentials',
          'credential provider was not enabled',
          'Failed to resolve AWS credentials',
          'NoAuthHandlerFound',
          'EC2RoleRequestError',
          'CredentialUnavailable',
          'failed to get shared config profile',
          'Error loading credentials',
          'CredentialsNotLoaded',
          'Failed to find AWS IAM Credentials',
          'No credentials could be loaded from the chain',
          'Cannot fetch credentials from container',
          'Failed to load credentials from IMDS',
          'static credentials are empty',
          'Instance Meta Error',
          'key: :(access_key_id|secret_access_key) is nil',
          'fetch credentials from container',
          'AWS credentials are not',
          'AWS credentials not',
          'valid AWS credentials',
        ],
        unless: REFUSED_TIME,
      },
    ),
    rejected,
  ),
  actions: evidence => [
    {
      title: 'Check that the task has a task role, and no keys in its environment.',
      commands: [
        `${describeTaskDefinition(evidence)} --query `
          + "'taskDefinition.{taskRoleArn:taskRoleArn,environment:containerDefinitions[].environment[].name}'",
        tailLogs(evidence),
      ],
      prop: 'environment',
    },
  ],
};
