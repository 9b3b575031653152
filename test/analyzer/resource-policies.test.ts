import { Template } from 'aws-cdk-lib/assertions';
import { service, shop } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { found } from '../found';

const template = (() => {
  const { stack, cluster } = shop();
  new StopAnalyzer(stack, 'Analyzer', { services: [service(stack, 'Web', cluster)] });
  return Template.fromStack(stack);
})();

const allowed = (type: string, document: string): Readonly<Record<string, unknown>>[] => Object.values(template.findResources(type))
  .flatMap(({ Properties }) => Properties[document].Statement as Readonly<Record<string, unknown>>[]).filter(({ Effect }) => Effect === 'Allow');

/** A reference of the template, by what it is called. */
const ref = (name: string) => ({ 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^Analyzer${name}`)), 'Arn'] });

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions */
test('the queues let rules send to them as AWS publishes it for EventBridge, each rule by its ARN', () => {
  const rules = ['CanaryDueRule', 'CanaryRule', 'TickRule', 'StopRule', 'TroubleRule'].map(ref);
  expect(allowed('AWS::SQS::QueuePolicy', 'PolicyDocument')).toEqual(['DeadLetterQueue', 'Queue'].map(queue => ({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: ref(queue),
    Condition: { ArnLike: { 'aws:SourceArn': rules } },
  })));
});

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#sns-allow-cloudwatch-alarm-to-publish-to-topic-in-another-account */
test('the topic lets alarms of the account publish to it, as AWS publishes it for CloudWatch', () => {
  expect(allowed('AWS::SNS::TopicPolicy', 'PolicyDocument')).toEqual([{
    Sid: 'AlarmsMayPublish',
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: 'sns:Publish',
    Resource: { Ref: expect.stringMatching(/^AnalyzerTopic/) },
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  }]);
});

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services */
test('the key lets alarms use it as AWS publishes it for services that publish to an encrypted topic, and beside them the account alone', () => {
  const [ofAccount, ...others] = allowed('AWS::KMS::Key', 'KeyPolicy');
  expect(ofAccount).toMatchObject({ Action: 'kms:*', Principal: { AWS: { 'Fn::Join': ['', [expect.anything(), { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] } } });
  expect(others).toEqual([{
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
  }]);
});

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#sns-what-permissions-for-sse */
test('the function may use the key as AWS publishes it for whoever publishes to an encrypted topic', () => {
  const statements = allowed('AWS::IAM::Policy', 'PolicyDocument');
  expect(statements).toContainEqual({ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: ref('TopicKey') });
  expect(statements).toContainEqual({ Effect: 'Allow', Action: 'sns:Publish', Resource: { Ref: expect.stringMatching(/^AnalyzerTopic/) } });
});

test('what EventBridge cannot put into the queue within a day goes to the dead letters, whichever rule it is', () => {
  for (const { Properties: { Targets } } of found(Object.values(template.findResources('AWS::Events::Rule')))) {
    expect(Targets).toEqual([expect.objectContaining({
      Arn: ref('Queue'),
      DeadLetterConfig: { Arn: ref('DeadLetterQueue') },
      RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
    })]);
  }
});

test('a dead letter is kept for longer than a stop may wait, and none is lost to its age on the way', () => {
  const kept = Object.values(template.findResources('AWS::SQS::Queue')).map(({ Properties }) => Properties.MessageRetentionPeriod as number);
  expect([...kept].sort((one, other) => one - other)).toEqual([4 * 86_400, 14 * 86_400]);
});
