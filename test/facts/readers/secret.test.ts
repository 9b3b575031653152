import { UNKNOWN } from '../../../src/facts/model/fact';
import { readRegistryAccount, readSecret } from '../../../src/facts/readers/secret';
import type { Resolved } from '../../../src/facts/template/resolved';
import { templatesOf } from '../templates-of';

const templates = templatesOf({
  Secret: { Type: 'AWS::SecretsManager::Secret' },
  Attachment: { Type: 'AWS::SecretsManager::SecretTargetAttachment', Properties: { SecretId: { Ref: 'Secret' } } },
  Parameter: { Type: 'AWS::SSM::Parameter' },
  Lookup: { Type: 'Custom::Lookup' },
  Database: { Type: 'AWS::RDS::DBInstance' },
});

const ARN = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
const PARAMETER = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${S/Parameter.Ref}';

test.each<[Resolved, Resolved, Resolved]>([
  ['${S/Secret.Ref}', '${S/Secret.Ref}', 'secretsmanager'],
  ['${S/Secret.Ref}:password::', '${S/Secret.Ref}', 'secretsmanager'],
  ['${S/Attachment.Ref}:password::', '${S/Secret.Ref}', 'secretsmanager'],
  [ARN, ARN, 'secretsmanager'],
  [`${ARN}:password:AWSCURRENT:`, ARN, 'secretsmanager'],
  [PARAMETER, PARAMETER, 'ssm'],
  ['${S/Parameter.Ref}', '${S/Parameter.Ref}', 'ssm'],
  ['/shop/db', '/shop/db', 'ssm'],
  ['${S/Database.MasterUserSecret.SecretArn}', '${S/Database.MasterUserSecret.SecretArn}', UNKNOWN],
  ['${S/Lookup.Arn}:password::', UNKNOWN, UNKNOWN],
  [UNKNOWN, UNKNOWN, UNKNOWN],
])('%p refers to %p in %p', (from, reference, store) => {
  expect(readSecret(templates, { Name: 'DB_PASSWORD', ValueFrom: from })).toMatchObject({ name: 'DB_PASSWORD', reference, store });
});

test.each<[Resolved, Resolved]>([
  ['${S/Secret.Ref}', '${S/Secret.Ref}'],
  [ARN, ARN],
  ['docker-hub', 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:docker-hub'],
  ['${S/Lookup.Arn}', UNKNOWN],
])('the account %p at a registry is kept in Secrets Manager as %p', (from, reference) => {
  expect(readRegistryAccount(templates, from)).toMatchObject({ name: 'repositoryCredentials', reference, store: 'secretsmanager' });
});

test('a container needs no account at a registry unless one is named', () => {
  expect(readRegistryAccount(templates, undefined)).toBeUndefined();
  expect(readRegistryAccount(templates, UNKNOWN)).toBe(UNKNOWN);
});
