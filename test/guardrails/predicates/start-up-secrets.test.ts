import type { ContainerFacts, SecretFacts } from '../../../src/facts/model/container';
import { UNKNOWN } from '../../../src/facts/model/fact';
import { startUpSecretsOf } from '../../../src/guardrails/predicates/start-up-secrets';
import { HARDENED_CONTAINER } from '../hardened-facts';
import { patched } from '../patched';

const ACCOUNT: SecretFacts = { name: 'repositoryCredentials', reference: '${Shop/Account.Ref}', store: 'secretsmanager' };
const PRIVATE = { registry: 'other', reference: 'registry.shop.internal/shop:1.2.3' };

const namesOf = (container: Partial<ContainerFacts>, image: object = PRIVATE) =>
  startUpSecretsOf({ ...patched(HARDENED_CONTAINER, { image }), ...container }).map(secret => secret === UNKNOWN ? UNKNOWN : secret.name);

test('a start reads the secrets of a container, and the account at its registry', () => {
  expect(namesOf({})).toEqual(['DB_PASSWORD']);
  expect(namesOf({ repositoryCredentials: ACCOUNT })).toEqual(['DB_PASSWORD', 'repositoryCredentials']);
});

test('whether an account is read for an image of ECR, or of a registry that nobody knows, is unknown', () => {
  expect(namesOf({ repositoryCredentials: ACCOUNT }, {})).toEqual(['DB_PASSWORD', UNKNOWN]);
  expect(namesOf({ repositoryCredentials: ACCOUNT, image: UNKNOWN })).toEqual(['DB_PASSWORD', UNKNOWN]);
});

test('what nobody knows of either leaves the other known', () => {
  expect(namesOf({ secrets: UNKNOWN, repositoryCredentials: ACCOUNT })).toEqual([UNKNOWN, 'repositoryCredentials']);
  expect(namesOf({ repositoryCredentials: UNKNOWN })).toEqual(['DB_PASSWORD', UNKNOWN]);
});
