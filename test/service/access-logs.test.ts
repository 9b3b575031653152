import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { behindHttps, declared, declareIn, only } from './declare';
import { LoadBalancing } from '../../src/index';

const template = declared(behindHttps);

test('access logs are private, encrypted and kept for 90 days', () => {
  expect(only(template, 'AWS::S3::Bucket')).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
    LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90, Status: 'Enabled' }] },
  });
});

test('load balancers write the logs of this account, in every Region', () => {
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([{
        Action: 's3:PutObject',
        Effect: 'Allow',
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [Match.anyValue(), 'Arn'] }, '/AWSLogs/', { Ref: 'AWS::AccountId' }, '/*']] },
      }]),
    },
  });
});

test.each([['cn-north-1', '638102146993'], ['cn-northwest-1', '037604701340']])('in %s, the account that writes them there may, too', (region, account) => {
  const stack = new Stack(new App(), 'Shop', { env: { region } });
  declareIn(stack, { containerPort: 8080, loadBalancing: LoadBalancing.internal() });
  Template.fromStack(stack).hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([Match.objectLike({
        Action: 's3:PutObject',
        Principal: {
          Service: 'logdelivery.elasticloadbalancing.amazonaws.com',
          AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${account}:root`]] },
        },
      })]),
    },
  });
});
