import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic, TopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';

const ALARMS = new ServicePrincipal(SERVICE_PRINCIPALS.cloudWatch);

/**
 * An encrypted topic that diagnoses and CloudWatch alarms alike can be published to.
 *
 * It takes a key of its own, because alarms may not use the AWS managed key of SNS and then fail in silence
 * (https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns).
 */
export function defineTopic(scope: Construct): Topic {
  const masterKey = new Key(scope, 'TopicKey', {
    description: 'Encrypts the topic for diagnoses of stopped tasks',
    enableKeyRotation: true,
    // It encrypts messages in transit only: once the topic is gone, nothing is left that it could open.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const topic = new Topic(scope, 'Topic', { displayName: 'Stopped tasks', masterKey, enforceSSL: true });
  admitAlarms(topic);
  return topic;
}

/**
 * Lets alarms use the key of a topic and publish to it, without which they fail in silence.
 *
 * A topic without a policy keeps the default one: it lets alarms publish, and what else of the account relies on it.
 */
export function admitAlarms(topic: ITopic): ITopic {
  topic.masterKey?.addToResourcePolicy(alarmsMayEncrypt(topic));
  if (topic.node.children.some(child => child instanceof TopicPolicy)) topic.addToResourcePolicy(alarmsMayPublish(topic));
  return topic;
}

/** In a key's policy `*` is this key; alarms of another account have no use for it. */
const alarmsMayEncrypt = (topic: ITopic): PolicyStatement => new PolicyStatement({
  principals: [ALARMS],
  actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
  resources: ['*'],
  conditions: ofAccountOf(topic),
});

/** A topic with a policy of its own loses the default one, which let the account's alarms publish. */
function alarmsMayPublish(topic: ITopic): PolicyStatement {
  return new PolicyStatement({
    sid: 'AlarmsMayPublish',
    principals: [ALARMS],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: ofAccountOf(topic),
  });
}

const ofAccountOf = (topic: ITopic) => ({ StringEquals: { 'aws:SourceAccount': Stack.of(topic).account } });
