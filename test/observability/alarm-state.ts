import { runInNewContext } from 'node:vm';
import type { Template } from 'aws-cdk-lib/assertions';

/** What one metric showed in one minute; a metric that is not named was not sent. */
export type Minute = Readonly<Record<string, number>>;

interface SentMetric {
  readonly MetricName?: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

interface MetricEntry {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: SentMetric };
}

/** The part of an alarm's template that decides when it fires. */
export interface TemplateAlarm extends SentMetric {
  readonly EvaluationPeriods: number;
  /** As many as are evaluated, where nothing is said. */
  readonly DatapointsToAlarm?: number;
  readonly ComparisonOperator: keyof typeof COMPARE;
  readonly Threshold: number;
  readonly TreatMissingData: 'breaching' | 'notBreaching' | 'missing' | 'ignore';
  readonly Metrics?: readonly MetricEntry[];
}

const COMPARE = {
  GreaterThanThreshold: (value: number, threshold: number) => value > threshold,
  GreaterThanOrEqualToThreshold: (value: number, threshold: number) => value >= threshold,
  LessThanThreshold: (value: number, threshold: number) => value < threshold,
  LessThanOrEqualToThreshold: (value: number, threshold: number) => value <= threshold,
};

/** The alarms of a template by the ids of their constructs. */
export const alarmsIn = (template: Template): Readonly<Record<string, TemplateAlarm>> => Object.fromEntries(
  Object.entries(template.findResources('AWS::CloudWatch::Alarm'))
    .map(([id, { Properties }]) => [id.replace(/^.*?Alarms/, '').replace(/[0-9A-F]{8}$/, ''), Properties as TemplateAlarm]));

/** Finds an alarm of a template by the id of its construct. */
export const alarmIn = (template: Template, id: string): TemplateAlarm => alarmsIn(template)[id];

/** How many data points more than it evaluates CloudWatch looks back for, so that a late one is not taken for a missing one. */
const LOOK_BACK = 2;

export type Point = 'bad' | 'good' | 'missing';

/** What an alarm says; `RETAINED` is whatever it said before. */
export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | 'RETAINED';

/**
 * Judges the latest data points as CloudWatch does: real ones first, and for those that are still missing what the alarm says.
 *
 * Where missing data is neither good nor bad, real data points that are all bad are enough when the oldest of them is as old
 * as the alarm needs data points.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function stateOf(alarm: Omit<TemplateAlarm, 'Threshold' | 'ComparisonOperator'>, points: readonly Point[]): State {
  const { EvaluationPeriods: periods, DatapointsToAlarm: needed = periods, TreatMissingData: treatment } = alarm;
  const range = points.slice(-(periods + LOOK_BACK));
  const real = range.filter(point => point !== 'missing').slice(-periods);
  const filled = treatment === 'breaching' ? periods - real.length : 0;
  const bad = real.filter(point => point === 'bad').length + filled;
  if (bad >= needed) return 'ALARM';
  if (treatment === 'breaching' || treatment === 'notBreaching' || real.includes('good') || real.length === periods) return 'OK';
  if (treatment === 'ignore') return 'RETAINED';
  const oldest = range.indexOf('bad');
  return oldest >= 0 && range.length - oldest >= needed ? 'ALARM' : 'INSUFFICIENT_DATA';
}

/** Whether an alarm fires at the end of these minutes. */
export const fires = (alarm: TemplateAlarm, minutes: readonly Minute[]): boolean => stateOf(alarm, pointsOf(alarm, minutes)) === 'ALARM';

/** The data point of each minute; minutes that are one object are judged once. */
export function pointsOf(alarm: TemplateAlarm, minutes: readonly Minute[]): readonly Point[] {
  const known = new Map([...new Set(minutes)].map(minute => [minute, pointOf(alarm, valueOf(alarm, minute))] as const));
  return minutes.map(minute => known.get(minute) ?? 'missing');
}

const pointOf = ({ ComparisonOperator, Threshold }: TemplateAlarm, value: number): Point => {
  if (Number.isNaN(value)) return 'missing';
  return COMPARE[ComparisonOperator](value, Threshold) ? 'bad' : 'good';
};

/** What is sent for the second of two target groups has that before its name. */
function sentValue({ MetricName = '', Dimensions = [] }: SentMetric, minute: Minute): number {
  const isOfSecond = Dimensions.some(({ Name, Value }) => Name === 'TargetGroup' && JSON.stringify(Value).includes('Second'));
  return minute[isOfSecond ? `second ${MetricName}` : MetricName] ?? NaN;
}

/** Metric math, as far as these alarms use it, is also JavaScript; what was not sent is not a number and spreads. */
function valueOf(alarm: TemplateAlarm, minute: Minute): number {
  const { MetricName, Metrics = [] } = alarm;
  if (MetricName) return sentValue(alarm, minute);
  const sent = Metrics.flatMap(({ Id, MetricStat }) => MetricStat ? [[Id, sentValue(MetricStat.Metric, minute)]] : []);
  const known: Record<string, number> = Object.fromEntries(sent);
  if (Object.values(known).every(Number.isNaN)) return NaN;
  const expression = Metrics.find(({ Expression }) => Expression)?.Expression ?? '';
  return runInNewContext(expression, {
    ...known,
    // A condition on what was not sent has no answer.
    IF: (condition: boolean, then: number, otherwise: number) => isUnanswered(expression, known) ? NaN : condition ? then : otherwise,
    FILL: (value: number, filling: number) => Number.isNaN(value) ? filling : value,
  });
}

function isUnanswered(expression: string, known: Readonly<Record<string, number>>): boolean {
  const [, condition = ''] = /^IF\((.*?)(?:>=?|<=?)/.exec(expression) ?? [];
  return Object.entries(known).some(([id, value]) => Number.isNaN(value) && condition.replace(/FILL\(\w+, 0\)/g, '').includes(id));
}
