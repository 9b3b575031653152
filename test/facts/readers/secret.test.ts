import { UNKNOWN } from '../../../src/facts/model/fact';
import { readRegistryAccount, readSecret } from '../../../src/facts/readers/secret';
import type { Resolved } from '../../../src/facts/template/source/resolved';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf, templatesOf } from '../templates-of';

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
  expect(readSecret(templates, 'S', { Name: 'DB_PASSWORD', ValueFrom: from })).toMatchObject({ name: 'DB_PASSWORD', reference, store });
});

test.each<[Resolved, Resolved]>([
  ['${S/Secret.Ref}', '${S/Secret.Ref}'],
  [ARN, ARN],
  ['docker-hub', 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:docker-hub'],
  ['${S/Lookup.Arn}', UNKNOWN],
])('the account %p at a registry is kept in Secrets Manager as %p', (from, reference) => {
  expect(readRegistryAccount(templates, 'S', from)).toMatchObject({ name: 'repositoryCredentials', reference, store: 'secretsmanager' });
});

test('a container needs no account at a registry unless one is named', () => {
  expect(readRegistryAccount(templates, 'S', undefined)).toBeUndefined();
  expect(readRegistryAccount(templates, 'S', UNKNOWN)).toBe(UNKNOWN);
});

test('the Region of a secret is told where it is not the one of the stack', () => {
  const inIreland = new Templates([{ ...sourceOf('S', {}), environment: { region: 'eu-west-1' } }]);
  const regionOf = (from: Resolved) => readSecret(inIreland, 'S', { Name: 'DB_PASSWORD', ValueFrom: from }).region;
  expect(['us-east-1', 'eu-west-1', '${AWS::Region}', '${?}', ''].map(region => regionOf(`arn:aws:ssm:${region}:111122223333:parameter/db`)))
    .toEqual(['us-east-1', undefined, undefined, UNKNOWN, UNKNOWN]);
  expect([regionOf('/shop/db'), regionOf('${S/Secret.Ref}'), regionOf(UNKNOWN)]).toEqual([undefined, undefined, UNKNOWN]);
});
