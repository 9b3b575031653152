import { anyPartition, templateArn, templateBucketArn } from '../../src/aws/arn';

test('the ARN of a thing of the stack leaves partition, Region and account to deployment', () => {
  expect(templateArn('ssm', 'parameter/web')).toBe('arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/web');
});

test('the ARN of a thing elsewhere names its Region and its account', () => {
  expect(templateArn('ecr', 'repository/web', { region: 'eu-west-1', account: '111122223333' }))
    .toBe('arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/web');
});

test('the ARN of a bucket names neither Region nor account', () => {
  expect(templateBucketArn('logs/*')).toBe('arn:${AWS::Partition}:s3:::logs/*');
});

test.each(['arn:aws:s3:::logs', 'arn:aws-cn:s3:::logs', 'arn:${AWS::Partition}:s3:::logs'])('%s is compared without its partition', arn => {
  expect(anyPartition(arn)).toBe('arn:aws:s3:::logs');
});

test('what is no ARN has no partition to leave out', () => {
  expect(anyPartition('${Stack/Bucket.Arn}')).toBe('${Stack/Bucket.Arn}');
});
