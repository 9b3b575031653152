import { Duration, Names } from 'aws-cdk-lib';
import {
  Alarm, type AlarmProps, ComparisonOperator, type IAlarmAction, MathExpression, Metric, TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StopQueues } from './stop-queues';
import { DOCUMENT_OF_ANALYZER_ALARMS } from '../../causes/documents';
import { HEARTBEAT } from '../protocol/heartbeat';

const PERIOD = Duration.minutes(1);

/** Longer than the attempts at one stop take, less than the hour for which ECS remembers a stopped task. */
const TOO_OLD = Duration.minutes(30);

interface AnalyzerAlarmsProps {
  readonly queues: StopQueues;
  readonly handler: IFunction;
  /** The log of the function. */
  readonly log: ILogGroup;
  readonly topic: ITopic;
  /** What the alarms set off beside the message to the topic. */
  readonly actions?: readonly IAlarmAction[];
}

type Definition = Pick<AlarmProps, 'metric' | 'alarmDescription' | 'threshold'> & Partial<AlarmProps>;

/** The name by which the heartbeats of an analyzer are told from those of others. */
export const analyzerName = (analyzer: Construct): string => Names.uniqueResourceName(analyzer, { maxLength: 128 });

/** Watches the watcher: stops that could not be diagnosed, a function that fails, a queue that nobody empties, no sign of life. */
export function defineAlarms(scope: Construct, { queues, handler, log, topic, actions = [] }: AnalyzerAlarmsProps): Alarm[] {
  const heard = [new SnsAction(topic), ...actions];
  const alarm = (id: string, definition: Definition): Alarm => {
    const made = new Alarm(scope, id, {
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      ...definition,
      alarmDescription: `${definition.alarmDescription} ${DOCUMENT_OF_ANALYZER_ALARMS}`,
    });
    made.addAlarmAction(...heard);
    return made;
  };
  const heartbeat = alarm('HeartbeatAlarm', heartbeatMissing(scope));
  // No sign of life is no data; the alarm of an analyzer that is new has none either, and changes its state with the first.
  heartbeat.addInsufficientDataAction(...heard);
  return [
    alarm('DeadLettersAlarm', moreDeadLetters(queues.deadLetterQueue, log)),
    alarm('ErrorsAlarm', {
      metric: handler.metricErrors({ period: PERIOD, statistic: 'Sum' }),
      threshold: 1,
      alarmDescription: `The function of the stop analyzer failed. Its log group ${log.logGroupName} shows the error; the events wait `
        + 'in the queue.',
    }),
    alarm('BacklogAlarm', {
      metric: queues.queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
      threshold: TOO_OLD.toSeconds(),
      alarmDescription: 'The oldest stop event has waited for more than 30 minutes. Check the throttles, the errors, and the event source '
        + 'mapping of the stop analyzer.',
    }),
    heartbeat,
  ];
}

/**
 * Fires when there are more dead letters than before, and is over soon after, so that it fires again for later ones.
 *
 * Letters that somebody looks at are hidden for a while, and count. SQS sends no data of a queue that was empty for hours,
 * and data of the last minutes late: so what is missing is none, and the period before is judged once more.
 */
const moreDeadLetters = (queue: IQueue, log: ILogGroup): Definition => ({
  metric: new MathExpression({
    expression: 'DIFF(FILL(visible, 0) + FILL(hidden, 0))',
    label: 'New dead letters',
    period: Duration.minutes(5),
    usingMetrics: {
      visible: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      hidden: queue.metricApproximateNumberOfMessagesNotVisible({ statistic: 'Maximum' }),
    },
  }),
  threshold: 1,
  evaluationPeriods: 2,
  datapointsToAlarm: 1,
  // A function that cannot start can write no reason to a letter; whoever gets the alarm still has to know it.
  alarmDescription: `A stop could not be diagnosed or delivered. Its event is in the dead-letter queue ${queue.queueName}; the message `
    + 'attribute `reason` shows why. SQS moved a message without this attribute, because the function did not run: '
    + `check its log group ${log.logGroupName}, or the metric Errors if the log has no line.`,
});

const heartbeatMissing = (scope: Construct): Definition => ({
  metric: new Metric({
    namespace: HEARTBEAT.namespace,
    metricName: HEARTBEAT.metricName,
    dimensionsMap: { [HEARTBEAT.dimension]: analyzerName(scope) },
    statistic: 'Minimum',
    period: Duration.hours(1),
  }),
  threshold: 1,
  comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
  treatMissingData: TreatMissingData.MISSING,
  alarmDescription: 'Stop events might not reach the stop analyzer: a rule is disabled, the queue rejects events, or the function does '
    + 'not run. With INSUFFICIENT_DATA, no event arrived for hours. With ALARM, the last heartbeat in the log names the disabled rules.',
});
