import { Aws } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { UNKNOWN } from '../../../src/facts/model/fact';
import { readKey, readObject, readPolicyHolder } from '../../../src/facts/readers/policy-holder';
import { readSecret } from '../../../src/facts/readers/secret';
import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { synthesized, templatesOf } from '../templates-of';

const grant = (principal: Expression): Expression => ({ Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: '*', Principal: principal }] });

const KEY: TemplateResource = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: grant({ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }) } };
const ROLE: TemplateResource = { Type: 'AWS::IAM::Role' };

test('a key is the same key by its id, its ARN and its alias', () => {
  const templates = templatesOf({ Key: KEY, Role: ROLE, Alias: { Type: 'AWS::KMS::Alias', Properties: { TargetKeyId: { Ref: 'Key' } } } });
  const expected = { arn: '${S/Key.Arn}', grants: [{ principals: ['S/Role'], services: [] }] };
  for (const name of ['${S/Key.Ref}', '${S/Key.Arn}', '${S/Alias.Ref}']) expect(readKey(templates, name)).toMatchObject(expected);
});

test('the keys that AWS keeps for a service are no keys of the customer', () => {
  expect(readKey(templatesOf({}), undefined)).toBeUndefined();
  expect(readKey(templatesOf({}), 'alias/aws/secretsmanager')).toBeUndefined();
});

test('of a key that was made elsewhere only its existence is known', () => {
  expect(readKey(templatesOf({}), 'arn:aws:kms:eu-west-1:111122223333:key/1')).toEqual({ arn: UNKNOWN, grants: UNKNOWN });
  expect(readKey(templatesOf({}), UNKNOWN)).toBe(UNKNOWN);
});

test('an object has the policy of its bucket, and of a bucket that was made elsewhere nobody knows the policy', () => {
  const templates = templatesOf({
    Bucket: { Type: 'AWS::S3::Bucket' },
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: grant('*') } },
  });
  const expected = { arn: 'arn:${AWS::Partition}:s3:::${S/Bucket.Ref}/production.env', grants: [{ principals: ['*'] }] };
  for (const bucket of ['${S/Bucket.Arn}', 'arn:${AWS::Partition}:s3:::${S/Bucket.Ref}']) {
    expect(readObject(templates, `${bucket}/production.env`)).toMatchObject(expected);
  }
  expect(readObject(templates, 'arn:aws:s3:::elsewhere/production.env')).toMatchObject({ grants: UNKNOWN });
  expect(readObject(templates, UNKNOWN)).toEqual({ arn: UNKNOWN, grants: UNKNOWN });
});

test('a policy that may be for another thing leaves open what the policy says', () => {
  const templates = templatesOf({
    Bucket: { Type: 'AWS::S3::Bucket' },
    Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Parameter' }, PolicyDocument: grant('*') } },
  });
  expect(readObject(templates, '${S/Bucket.Arn}/production.env')).toMatchObject({ grants: UNKNOWN });
});

test('a repository without a policy lets nobody in by itself', () => {
  const templates = templatesOf({ Repository: { Type: 'AWS::ECR::Repository' }, Open: { Type: 'AWS::ECR::Repository', Properties: { RepositoryPolicyText: grant('*') } } });
  const [closed, open] = templates.ofType('AWS::ECR::Repository').map(repository => readPolicyHolder(templates, repository));
  expect(closed).toEqual({ arn: '${S/Repository.Arn}', grants: [] });
  expect(open).toMatchObject({ grants: [{ principals: ['*'] }] });
});

test('what the CDK writes into the policies of a secret and of its key is read with the secret', () => {
  const templates = synthesized(stack => {
    const secret = new secretsmanager.Secret(stack, 'Secret', { encryptionKey: new kms.Key(stack, 'Key') });
    secret.grantRead(new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }));
    secret.addToResourcePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:*'], resources: ['*'], principals: [new iam.AccountPrincipal(Aws.ACCOUNT_ID)] }));
  });
  const [secret] = templates.ofType('AWS::SecretsManager::Secret');
  const [role] = templates.ofType('AWS::IAM::Role');
  expect(readSecret(templates, 'S', { Name: 'TOKEN', ValueFrom: `\${${secret.key}.Ref}` })).toMatchObject({
    grants: [{ actions: ['secretsmanager:*'] }],
    kmsKey: { grants: expect.arrayContaining([expect.objectContaining({ principals: [role.key], conditional: true })]) },
  });
});
