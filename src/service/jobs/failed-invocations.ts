import { Duration, Validations } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Removal } from '../placement/removal';

/** Keeps the invocations with which no task could be started, and tells people of them. */
export function failedInvocations(scope: Construct, id: string, topic: sns.ITopic, { records }: Removal): sqs.Queue {
  const queue = new sqs.Queue(scope, id, {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    removalPolicy: records,
  });
  const alarm = new cloudwatch.Alarm(scope, 'FailedInvocations', {
    alarmDescription: `EventBridge Scheduler could not start a task of ${scope.node.path}, and its retries failed. `
      + `The message attributes show why: aws sqs receive-message --queue-url ${queue.queueUrl} --message-attribute-names All`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: cloudwatch.Stats.MAXIMUM, period: Duration.minutes(1) }),
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
    threshold: 0,
    evaluationPeriods: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  const reason = 'This is a dead-letter queue with an alarm; a dead-letter queue of this queue would need another one.';
  for (const rule of ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']) Validations.of(queue).acknowledge({ id: rule, reason });
  return queue;
}
