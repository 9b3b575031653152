import { describeTaskDefinition } from '../../advice/commands';
import { describeSecret } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** What valueFrom says is not a reference to a secret. */
export const initSecretWrongReference: Signature = {
  cause: 'init/secret-wrong-reference',
  atBest: 'certain',
  retriable: false,
  says: 'The reference in valueFrom is not valid. Use the full ARN of the secret, '
    + 'arn:…:secret:name-AbCdEf[:json-key:version-stage:version-id], or the name or ARN of the parameter.',
  toConfirm: 'Compare valueFrom with the ARN that Secrets Manager or SSM shows. A value that neither begins with this ARN nor '
    + 'is a parameter name confirms it.',
  reads: ['stop'],
  oftenConfused: ['init/secret-not-found', 'init/secret-permission'],
  stopFamilies: { secret: 4 },
  suspectChanges: ['secrets', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to retrieve secret from asm: failed to fetch secret '
        + 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:investment-tracker/db-connection-KMHXlO api error '
        + 'ValidationException: Invalid name. Must be a valid name containing alphanumeric characters, or any of the '
        + 'following: -/_+=.@!',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): unexpected ARN format with '
        + 'parameters when trying to retrieve ASM secret',
    },
    {
      stoppedReason: 'trying to retrieve secret with value db-password resulted in error: an invalid ARN format for the AWS '
        + 'Secrets Manager secret was specified. '
        + 'Specify a valid ARN and try again.',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secrets from ssm: service call has been retried 1 time(s): ValidationException: '
        + "Parameter name: can't be prefixed with \"ssm\" (case-insensitive).",
    },
  ],
  clues: inStopReason(
    {
      sure: 'possible',
      says: 'a reference without an ARN is looked up in Parameter Store, even if it names a secret',
      words: [
        'from SSM Parameter Store … AccessDenied',
        'retrieve secrets from ssm … AccessDenied',
      ],
    },
    {
      sure: 'certain',
      says: 'the reference itself is not valid',
      words: [
        '(secret|ssm|asm) … ValidationException',
        'Must be a valid name containing alphanumeric',
        'invalid ARN format',
        'unexpected ARN format',
        'Parameter name: can',
        'invalid parameter name',
        'arn: invalid prefix',
        'arn: not enough sections',
        'invalid secret ARN',
        '(secret|ssm|asm) … invalid ARN',
        'ARN … is not valid',
        '(secret|ssm|asm) … InvalidParameterException',
      ],
      unless: ['logger args'],
    },
  ),
  actions: evidence => [
    {
      title: 'Compare valueFrom with the ARN of the secret or parameter.',
      commands: [`${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].secrets'`, describeSecret(evidence)],
      prop: 'secrets',
    },
  ],
};
