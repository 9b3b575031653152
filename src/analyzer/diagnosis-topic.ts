import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { type Construct } from 'constructs';

const ALARMS = new ServicePrincipal('cloudwatch.amazonaws.com');

/**
 * An encrypted topic that diagnoses and CloudWatch alarms alike can be published to.
 *
 * It takes a key of its own, because alarms may not use the AWS managed key of SNS and then fail in silence
 * (https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns).
 */
export function defineTopic(scope: Construct): Topic {
  const masterKey = new Key(scope, 'TopicKey', {
    description: 'Encrypts diagnoses of stopped tasks on their way to the subscribers',
    enableKeyRotation: true,
    // It encrypts messages in transit only: once the topic is gone, nothing is left that it could open.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  // In a key's policy `*` is this key. Whose alarms may publish is said in the policy of the topic.
  masterKey.addToResourcePolicy(new PolicyStatement({ principals: [ALARMS], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }));

  const topic = new Topic(scope, 'Topic', { displayName: 'Stopped tasks', masterKey, enforceSSL: true });
  topic.addToResourcePolicy(alarmsMayPublish(topic));
  return topic;
}

/** A topic with a policy of its own loses the default one, which let the account's alarms publish. */
function alarmsMayPublish(topic: Topic): PolicyStatement {
  const stack = Stack.of(topic);
  return new PolicyStatement({
    sid: 'AlarmsMayPublish',
    principals: [ALARMS],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
  });
}
