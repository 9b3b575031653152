import type { ServiceAnswer } from './service';
import { shortName } from '../../../aws/arn';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

interface DimensionAnswer {
  readonly Name?: string;
  readonly Value?: string;
}

interface MetricAnswer {
  readonly Namespace?: string;
  readonly MetricName?: string;
  readonly Dimensions?: readonly DimensionAnswer[];
}

/** An alarm on metrics as DescribeAlarms answers it. */
export interface AlarmAnswer extends MetricAnswer {
  readonly AlarmArn?: string;
  readonly AlarmName?: string;
  readonly ActionsEnabled?: boolean;
  readonly AlarmActions?: readonly string[];
  readonly Metrics?: readonly { readonly MetricStat?: { readonly Metric?: MetricAnswer } }[];
}

/** An alarm on other alarms as DescribeAlarms answers it. */
export interface CompositeAlarmAnswer {
  readonly AlarmArn?: string;
  readonly AlarmRule?: string;
}

/** The alarms of a Region. */
export interface AlarmAnswers {
  readonly metric: readonly AlarmAnswer[];
  readonly composite: readonly CompositeAlarmAnswer[];
}

const ALARM = 'AWS::CloudWatch::Alarm';

/** The alarms that watch services or target groups; where alarms could not be read, there may be some. */
export function alarmResources(
  alarms: Known<AlarmAnswers>, services: readonly ServiceAnswer[], groupArns: readonly string[],
): readonly AccountResource[] {
  if (!isKnown(alarms)) return services.map(({ serviceArn = '' }) => unreadAlarm(serviceArn));
  const watching = alarms.metric
    .map(alarm => [alarm, watchedBy(alarm, services, groupArns)] as const)
    .filter(([, { length }]) => length > 0);
  return [
    ...watching.map(([alarm, watched]) => alarmResource(alarm, watched, services)),
    ...alarms.composite.map(composite => compositeResource(composite, watching.map(([alarm]) => alarm))),
  ];
}

const unreadAlarm = (serviceArn: string): AccountResource => ({
  id: `${serviceArn}/alarms`,
  type: ALARM,
  properties: {
    AlarmActions: UNKNOWN, Namespace: UNKNOWN, MetricName: UNKNOWN, Dimensions: [{ Name: 'ServiceName', Value: serviceArn }],
  },
});

interface Watched {
  readonly dimension: 'ServiceName' | 'TargetGroup';
  readonly arn: string;
}

/** A metric names a service by its name and that of its cluster, and a target group by the end of its ARN. */
function watchedBy(alarm: AlarmAnswer, services: readonly ServiceAnswer[], groupArns: readonly string[]): readonly Watched[] {
  const metrics = [alarm.Dimensions ?? [], ...(alarm.Metrics ?? []).map(({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? [])];
  return metrics.flatMap(dimensions => {
    const { ServiceName, ClusterName, TargetGroup } = Object.fromEntries(dimensions.map(({ Name = '', Value = '' }) => [Name, Value]));
    return [
      ...services.filter(({ serviceName, clusterArn = '' }) => serviceName === ServiceName && shortName(clusterArn) === ClusterName)
        .map(({ serviceArn = '' }): Watched => ({ dimension: 'ServiceName', arn: serviceArn })),
      ...groupArns.filter(arn => TargetGroup !== undefined && arn.endsWith(`:${TargetGroup}`))
        .map((arn): Watched => ({ dimension: 'TargetGroup', arn })),
    ];
  });
}

const alarmResource = (alarm: AlarmAnswer, watched: readonly Watched[], services: readonly ServiceAnswer[]): AccountResource => ({
  id: alarm.AlarmArn ?? '',
  type: ALARM,
  properties: {
    AlarmName: alarm.AlarmName,
    ActionsEnabled: alarm.ActionsEnabled,
    AlarmActions: (alarm.AlarmActions ?? []).length === 0 && watched.some(({ arn }) => isShiftedByCodeDeploy(arn, services))
      ? UNKNOWN
      : alarm.AlarmActions,
    Namespace: alarm.Namespace,
    MetricName: alarm.MetricName,
    Dimensions: watched.map(({ dimension, arn }) => ({ Name: dimension, Value: arn })),
    Metrics: alarm.Metrics?.map(({ MetricStat }) => ({ MetricStat: { Metric: namesOf(MetricStat?.Metric) } })),
  },
});

const namesOf = ({ Namespace, MetricName }: MetricAnswer = {}): object => ({ Namespace, MetricName });

/** A deployment group of CodeDeploy may stop deployments by the alarm, and is not read. */
const isShiftedByCodeDeploy = (arn: string, services: readonly ServiceAnswer[]): boolean =>
  services.some(({ serviceArn, deploymentController }) => serviceArn === arn && deploymentController?.type === 'CODE_DEPLOY');

/** The rule of a composite alarm names others by name or ARN. */
const compositeResource = ({ AlarmArn = '', AlarmRule = '' }: CompositeAlarmAnswer, alarms: readonly AlarmAnswer[]): AccountResource => ({
  id: AlarmArn,
  type: 'AWS::CloudWatch::CompositeAlarm',
  properties: {},
  dependsOn: alarms
    .filter(alarm => [alarm.AlarmName, alarm.AlarmArn].some(name => names(AlarmRule, name)))
    .map(alarm => alarm.AlarmArn ?? ''),
});

const names = (rule: string, name: string | undefined): boolean =>
  name !== undefined && (rule.includes(`(${name})`) || rule.includes(`("${name}")`));
