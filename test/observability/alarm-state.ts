import { runInNewContext } from 'node:vm';
import type { Template } from 'aws-cdk-lib/assertions';

/** What one metric showed in one minute; a metric that is not named was not sent. */
export type Minute = Readonly<Record<string, number>>;

interface MetricEntry {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: { readonly MetricName: string } };
}

/** The part of an alarm's template that decides when it fires. */
export interface TemplateAlarm {
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly ComparisonOperator: keyof typeof COMPARE;
  readonly Threshold: number;
  readonly TreatMissingData: 'breaching' | 'notBreaching';
  readonly MetricName?: string;
  readonly Metrics?: readonly MetricEntry[];
}

const COMPARE = {
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
};

/** Finds an alarm of a template by the id of its construct. */
export function alarmIn(template: Template, id: string): TemplateAlarm {
  const [alarm] = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).filter(([logicalId]) => logicalId.startsWith(`Alarms${id}`));
  return alarm[1].Properties;
}

/** Judges the latest minutes as CloudWatch does: enough of them bad, a missing value as the alarm says. */
export function fires(alarm: TemplateAlarm, minutes: readonly Minute[]): boolean {
  const latest = minutes.slice(-alarm.EvaluationPeriods);
  return latest.filter(minute => isBad(alarm, valueOf(alarm, minute))).length >= alarm.DatapointsToAlarm;
}

const isBad = ({ ComparisonOperator, Threshold, TreatMissingData }: TemplateAlarm, value: number) =>
  Number.isNaN(value) ? TreatMissingData === 'breaching' : COMPARE[ComparisonOperator](value, Threshold);

/** Metric math, as far as these alarms use it, is also JavaScript; what was not sent is not a number and spreads. */
function valueOf({ MetricName, Metrics = [] }: TemplateAlarm, minute: Minute): number {
  if (MetricName) return minute[MetricName] ?? NaN;
  const sent = Metrics.flatMap(({ Id, MetricStat }) => MetricStat ? [[Id, minute[MetricStat.Metric.MetricName] ?? NaN]] : []);
  const expression = Metrics.find(({ Expression }) => Expression)?.Expression ?? '';
  return runInNewContext(expression, {
    ...Object.fromEntries(sent),
    IF: (condition: boolean, then: number, otherwise: number) => condition ? then : otherwise,
    FILL: (value: number, filling: number) => Number.isNaN(value) ? filling : value,
  });
}
