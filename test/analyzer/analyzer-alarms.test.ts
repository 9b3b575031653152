import { Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { shop } from './shop';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import type { StopAnalyzerProps } from '../../src/analyzer/stop-analyzer-props';
import { found } from '../found';

interface AlarmProperties {
  readonly AlarmActions: readonly unknown[];
  readonly AlarmDescription: unknown;
  readonly InsufficientDataActions?: readonly unknown[];
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly Metrics: readonly { readonly Expression?: string; readonly MetricStat?: { readonly Period: number } }[];
}

const alarmsOf = (props?: StopAnalyzerProps, { stack } = shop()): Readonly<Record<string, AlarmProperties>> => {
  new StopAnalyzer(stack, 'StopAnalyzer', props);
  return Object.fromEntries(Object.entries(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))
    .map(([id, { Properties }]) => [id.replace(/^StopAnalyzer|[0-9A-F]{8}$/g, ''), Properties as AlarmProperties]));
};

describe('the alarm about dead letters', () => {
  /** How many letters the queue held in each period, and in which of them the alarm fires; no number where SQS sent no data. */
  const firesAt = (...letters: readonly (number | undefined)[]): readonly number[] => {
    const { DeadLettersAlarm: { EvaluationPeriods, DatapointsToAlarm, Metrics } } = alarmsOf();
    expect(Metrics.find(({ Expression }) => Expression)?.Expression).toBe('DIFF(FILL(visible, 0) + FILL(hidden, 0))');
    const filled = letters.map(count => count ?? 0);
    const grown = filled.map((count, index) => index > 0 && count - filled[index - 1] >= 1);
    return letters.flatMap((_, end) => grown.slice(0, end + 1).slice(-EvaluationPeriods).filter(Boolean).length >= DatapointsToAlarm ? [end] : []);
  };

  test('fires for the first letter of a queue of which SQS sent no data', () => expect(firesAt(undefined, 1, 1, 1, 1)).toEqual([1, 2]));
  test('is over while the letter still lies there, and fires again for a later one', () => expect(firesAt(0, 1, 1, 1, 1, 2, 2, 2)).toEqual([1, 2, 5, 6]));
  test('fires for a letter whose data came late', () => expect(firesAt(1, 1, 2, undefined)).toContain(3));
  test('is quiet when letters are moved back', () => expect(firesAt(5, 5, 5, 0, 0)).toEqual([]));
  test('counts letters that somebody looks at', () => {
    const counted = alarmsOf().DeadLettersAlarm.Metrics.flatMap(({ MetricStat }) => MetricStat ? [JSON.stringify(MetricStat)] : []);
    expect(counted.map(metric => /"MetricName":"(\w+)"/.exec(metric)?.[1]).sort())
      .toEqual(['ApproximateNumberOfMessagesNotVisible', 'ApproximateNumberOfMessagesVisible']);
  });
});

/** A text of the template, with the ids of what it refers to in place of their names. */
const asWritten = (text: unknown): string =>
  JSON.stringify(text).replace(/",\{"(?:Ref":"|Fn::GetAtt":\[")StopAnalyzer([A-Za-z]+?)[0-9A-F]{8}"(?:,"\w+"\])?\},"/g, '<$1>');

test('the alarms say where the reason is, also of what lies there without one because the function cannot start', () => {
  const { DeadLettersAlarm, ErrorsAlarm } = alarmsOf();
  expect(asWritten(DeadLettersAlarm.AlarmDescription)).toContain(
    'A stop could not be diagnosed or delivered. Its event is in the dead-letter queue <DeadLetterQueue>; the message attribute `reason` shows why. '
      + 'SQS moved a message without this attribute, because the function did not run: check its log group <Log>, or the metric Errors if the log has no line.',
  );
  expect(asWritten(ErrorsAlarm.AlarmDescription)).toContain('Its log group <Log> shows the error; the events wait in the queue.');
});

test('the alarm about the heartbeat fires when a rule is disabled, and when no heartbeat comes', () => {
  const { HeartbeatAlarm } = alarmsOf();
  expect(HeartbeatAlarm).toMatchObject({
    Namespace: 'HardenedFargate',
    MetricName: 'Heartbeat',
    Statistic: 'Minimum',
    Period: 3600,
    EvaluationPeriods: 1,
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'missing',
    Dimensions: [{ Name: 'Analyzer', Value: expect.stringMatching(/^Shop/) }],
  });
  expect(HeartbeatAlarm.InsufficientDataActions).toEqual(HeartbeatAlarm.AlarmActions);
});

test('every alarm of the analyzer is heard by what else it is to set off, when the topic is what fails', () => {
  const { stack } = shop();
  const alarms = Object.values(alarmsOf({ alarmActions: [new SnsAction(new Topic(stack, 'Other'))] }, { stack, cluster: shop().cluster }));
  for (const { AlarmActions } of found(alarms)) {
    expect(AlarmActions).toEqual([{ Ref: expect.stringMatching(/^StopAnalyzerTopic/) }, { Ref: expect.stringMatching(/^Other/) }]);
  }
});
