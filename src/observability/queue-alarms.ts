import { type Duration, Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { PERIOD, type AlarmDefinition } from './alarm-definition';

/** The queue that a worker takes its work from. */
export interface WatchedQueue {
  readonly queue: sqs.IQueue;
  readonly deadLetterQueue?: sqs.IQueue;
  /** The age of its oldest message that is wrong. */
  readonly maxMessageAge: Duration;
}

const MAXIMUM = { statistic: cloudwatch.Stats.MAXIMUM, period: PERIOD };
const { GREATER_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;
// SQS reports nothing of a queue that nobody has used for six hours.
const missingData = cloudwatch.TreatMissingData.NOT_BREACHING;

/** Whether messages are processed in time. */
export const messagesTooOld = ({ queue, maxMessageAge }: WatchedQueue): AlarmDefinition => ({
  id: 'MessagesTooOld',
  metric: queue.metricApproximateAgeOfOldestMessage(MAXIMUM),
  operator: GREATER_THAN_THRESHOLD,
  threshold: maxMessageAge.toSeconds(),
  datapoints: 3,
  evaluationPeriods: 3,
  missingData,
  means: `The oldest message in the queue has been older than ${ageIn(maxMessageAge)} for three minutes. The tasks are too slow, or `
    + 'fail to process it.',
  first: 'If the tasks are busy, raise scaling.maxCapacity. Otherwise find the first error in the log of the application.',
});

/** Whether messages failed for good. It stays until somebody has dealt with them, so that it must not hide what comes after. */
export const deadLetters = (deadLetterQueue: sqs.IQueue): AlarmDefinition => ({
  id: 'DeadLetters',
  metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible(MAXIMUM),
  operator: GREATER_THAN_THRESHOLD,
  threshold: 0,
  datapoints: 1,
  evaluationPeriods: 1,
  missingData,
  means: 'A message reached the maximum number of receives and is in the dead-letter queue, until its retention period ends.',
  first: 'Find the reason in the log of the application, fix it, and send the messages back: '
    + `aws sqs start-message-move-task --source-arn ${deadLetterQueue.queueArn}`,
});

const ageIn = (age: Duration): string => Token.isUnresolved(age.toSeconds()) ? 'its limit' : age.toHumanString();
