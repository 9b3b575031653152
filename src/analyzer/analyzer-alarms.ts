import { Duration } from 'aws-cdk-lib';
import { Alarm, type AlarmProps, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StopQueues } from './stop-queues';

const PERIOD = Duration.minutes(1);

/** Longer than the attempts at one stop take, less than the hour for which ECS remembers a stopped task. */
const TOO_OLD = Duration.minutes(30);

interface AnalyzerAlarmsProps {
  readonly queues: StopQueues;
  readonly handler: IFunction;
  readonly topic: ITopic;
}

/** Watches the watcher: stops that could not be diagnosed, a function that fails, a queue that nobody empties. */
export function defineAlarms(scope: Construct, { queues, handler, topic }: AnalyzerAlarmsProps): Alarm[] {
  const alarm = (id: string, metric: IMetric, props: Pick<AlarmProps, 'alarmDescription' | 'threshold'>): Alarm => {
    const made = new Alarm(scope, id, { metric, evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING, ...props });
    made.addAlarmAction(new SnsAction(topic));
    return made;
  };
  const aboveZero = { threshold: 1 };
  return [
    alarm('DeadLettersAlarm', queues.deadLetterQueue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }), {
      ...aboveZero,
      alarmDescription: 'A stop could not be diagnosed or delivered. The dead-letter queue holds its event, and why.',
    }),
    alarm('ErrorsAlarm', handler.metricErrors({ period: PERIOD, statistic: 'Sum' }), {
      ...aboveZero,
      alarmDescription: 'The stop analyzer failed as a whole. Its log says why; the stops wait in the queue.',
    }),
    alarm('BacklogAlarm', queues.queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }), {
      threshold: TOO_OLD.toSeconds(),
      alarmDescription: 'Stops wait too long for their diagnosis: the stop analyzer is throttled, disabled or failing.',
    }),
  ];
}
