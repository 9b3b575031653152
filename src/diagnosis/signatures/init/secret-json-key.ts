import { describeTaskDefinition } from '../../advice/commands';
import { describeSecret } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The secret has no such key. */
export const initSecretJsonKey: Signature = {
  cause: 'init/secret-json-key',
  atBest: 'certain',
  retriable: false,
  says: 'The reference in valueFrom names a key that is not in the secret, or the secret is not JSON. Correct the key '
    + 'in valueFrom, or add it to the secret.',
  toConfirm: 'Compare the keys of the secret with the key in valueFrom. If that key is missing, or the secret is not JSON, '
    + 'this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/secret-wrong-reference', 'init/secret-not-found'],
  suspectChanges: ['secrets', 'execution role'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + 'unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets '
        + 'Manager did not contain json key connectionString',
    },
    {
      stoppedReason: 'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
        + "unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character 'p' looking "
        + 'for beginning of value',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the secret has no such key, or is not JSON',
    words: [
      'did not contain json key',
      'invalid character … looking for beginning of',
      'invalid character … in literal',
      'retrieve secret from asm … invalid charac',
      'cannot unmarshal … into Go',
      'unexpected end of JSON input',
      'looking for beginning of value',
    ],
    unless: ['CannotPull', 'HTTP # response body', 'env files'],
  }),
  actions: evidence => [
    {
      title: 'Compare the key in valueFrom with the keys of the secret.',
      commands: [`${describeTaskDefinition(evidence)} --query 'taskDefinition.containerDefinitions[].secrets'`, describeSecret(evidence)],
      prop: 'secrets',
    },
  ],
};
