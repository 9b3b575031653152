import { aws } from '../../advice/commands';
import { describeSecret } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** There is no such secret. */
export const initSecretNotFound: Signature = {
  cause: 'init/secret-not-found',
  atBest: 'certain',
  retriable: false,
  says: 'The secret, parameter, or version in the task definition does not exist in this account and Region. Create it, '
    + 'restore it, or correct valueFrom.',
  toConfirm: 'Describe the secret or parameter in the Region of the task. If it is missing, marked for deletion, or lacks the '
    + 'version in valueFrom, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/secret-wrong-reference', 'init/secret-permission'],
  stopFamilies: { secret: 3 },
  suspectChanges: ['secrets', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: '
        + '/wishkit/parsing-engine/gemini-api-key',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret '
        + 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf from secrets manager: '
        + "ResourceNotFoundException: Secrets Manager can't find the specified secret.",
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret '
        + 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf from secrets manager: '
        + "InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.",
    },
    { stoppedReason: 'Fetching secret data from SSM Parameter Store in us-west-2: invalid parameters: /PLMSecretParameter' },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'no such secret, parameter, or version exists',
      words: [
        "can't find the specified secret",
        'invalid ssm parameters',
        'Parameter Store … invalid parameters',
        'marked for deletion',
        '(failed to fetch secret|retrieve secret|Fetching secret data) … ResourceNotFoundExcep',
        'ParameterNotFound',
        'ParameterVersionNotFound',
        'scheduled for deletion',
      ],
    },
    {
      sure: 'likely',
      says: 'the secret was not found under this ARN',
      words: ['Check whether the secret exists in the specified Region'],
      unless: [
        'i/o timeout',
        'deadline exceeded',
        'connection issue',
        'AccessDenied',
        'is not authorized',
        'request canceled',
        'dial tcp',
        'signal: killed',
      ],
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; a missing secret is a common one',
      words: ['unable to pull secrets'],
      unless: [
        'retrieve',
        'retried',
        'The task cannot pull',
        'registry auth from',
        'AccessDenied',
        'not authorized',
        'network',
        'deadline',
        'timeout',
        'dial tcp',
        'json key',
        'KMS',
        'ValidationException',
        'signal: killed',
      ],
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; a missing parameter is a common one',
      words: ['retrieve secret(s|) from (asm|ssm)'],
      unless: [
        'AccessDenied',
        'deadline',
        'connection issue',
        'RequestCanceled',
        'i/o timeout',
        'json key',
        'Access to KMS',
        'ValidationException',
        'signal: killed',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Look up the secret or parameter in the Region of the task.', commands: [describeSecret(evidence)], prop: 'secrets' },
    {
      title: 'If it is marked for deletion, restore it.',
      commands: [aws(evidence, 'secretsmanager restore-secret --secret-id <secret-arn>')],
      prop: null,
    },
  ],
};
