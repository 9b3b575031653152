import { faultOfReference } from '../../../src/guardrails/iam/secret-reference';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf';

test.each([
  SECRET,
  `${SECRET}:password::`,
  `${SECRET}:password:AWSPREVIOUS:`,
  `${SECRET}:::9d4cb84b-ad69-40c0-a0ab-cead3EXAMPLE`,
  'arn:aws-cn:ssm:cn-north-1:111122223333:parameter/shop/db',
  'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${S/Flags.Ref}',
  'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter${?}',
  'arn:${AWS::Partition}:${?}:eu-west-1:111122223333:whatever',
  '/shop/db',
  'shop.db-name_1',
  '${S/Secret.Ref}',
  '${S/Secret.Ref}:password::',
  '${?}',
  '/shop/${AWS::StackName}/db',
])('%s names a secret or a parameter', reference => {
  expect(faultOfReference(reference)).toBeUndefined();
});

test.each([
  [`${SECRET}:password`, 'has an ARN with 8 parts'],
  [`${SECRET}:password:`, 'has an ARN with 9 parts'],
  ['${S/Secret.Ref}:password', 'has an ARN with 8 parts'],
  [`${SECRET}:key:AWSCURRENT:9d4cb84b`, 'names both a version stage and a version ID'],
  ['https://example.com/token', 'is neither an ARN nor the name of a parameter'],
  ['my secret', 'is neither an ARN nor the name of a parameter'],
  ['arn:aws:s3:::bucket/key', 'has an ARN of s3'],
  ['arn:aws:ssm:eu-west-1:111122223333:document/shop', 'has an ARN of ssm that is not the ARN of a parameter'],
  ['arn:aws:secretsmanager:eu-west-1:111122223333:shop', 'has an ARN of secretsmanager that is not the ARN of a secret'],
])('%s names nothing that ECS could read', (reference, fault) => {
  expect(faultOfReference(reference)).toContain(fault);
});
