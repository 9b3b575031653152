import type { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { minutesOf, PERIOD, type AlarmDefinition } from './alarm-definition';
import { type AlarmOptions, OptionalAlarm } from './alarm-options';
import { showEvents, showTargets } from './first-look';
import { isOfNetwork, type WatchedGroup } from './load-balancing-alarms';
import { taskCount } from './task-alarms';
import { memoryHigh } from './usage-alarms';

/** What the optional alarms are derived from. */
export interface OptionalAlarmsProps {
  readonly service: ecs.IBaseService;
  readonly targetGroup?: elbv2.IApplicationTargetGroup;
  readonly startupTime: Duration;
  /** The most tasks that scaling starts; without scaling there is none. */
  readonly maxCapacity?: number;
  /** Counts the tasks that failed; it is made only where it is asked for. */
  readonly failedTasks?: () => cloudwatch.IMetric;
}

/** The alarms that were asked for, and that the service can have. */
export function optionalAlarms({ more = [], latencyP99 }: AlarmOptions, props: OptionalAlarmsProps): readonly AlarmDefinition[] {
  const { service, targetGroup, startupTime, maxCapacity } = props;
  const offered: Readonly<Record<OptionalAlarm, () => AlarmDefinition | undefined>> = {
    [OptionalAlarm.MEMORY_HIGH]: () => memoryHigh(service),
    [OptionalAlarm.FAILED_TASKS]: () => props.failedTasks && taskFailures(service, props.failedTasks()),
    [OptionalAlarm.CONTAINER_RESTARTS]: () => containerRestarts(service),
    [OptionalAlarm.ROLLOUT_STUCK]: () => rolloutStuck(service, startupTime),
    [OptionalAlarm.SCALING_EXHAUSTED]: () => maxCapacity === undefined ? undefined : scalingExhausted(service, maxCapacity),
    [OptionalAlarm.UNHEALTHY_TARGETS]: () => targetGroup && unhealthyTargets(targetGroup, startupTime),
  };
  const latency = latencyP99 && targetGroup && slowAnswers(targetGroup, latencyP99);
  return [...[...new Set(more)].map(alarm => offered[alarm]()), latency].filter(definition => definition !== undefined);
}

/** Those of a target group that was attached later. */
export const optionalTargetAlarms = (
  { more = [], latencyP99 }: AlarmOptions, targetGroup: elbv2.IApplicationTargetGroup, startupTime: Duration,
): readonly AlarmDefinition[] => [
  ...more.includes(OptionalAlarm.UNHEALTHY_TARGETS) ? [unhealthyTargets(targetGroup, startupTime)] : [],
  ...latencyP99 ? [slowAnswers(targetGroup, latencyP99)] : [],
];

const { GREATER_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD } = cloudwatch.ComparisonOperator;
const missingData = cloudwatch.TreatMissingData.NOT_BREACHING;

const taskFailures = (service: ecs.IBaseService, metric: cloudwatch.IMetric): AlarmDefinition => ({
  id: 'FailedTasks',
  metric,
  operator: GREATER_THAN_THRESHOLD,
  threshold: 0,
  datapoints: 1,
  evaluationPeriods: 5,
  missingData,
  means: 'A task failed in the last five minutes, and ECS started another one.',
  first: `Read the diagnosis in the message of the topic, or the service events: ${showEvents(service)}`,
});

const containerRestarts = (service: ecs.IBaseService): AlarmDefinition => ({
  id: 'ContainerRestarts',
  metric: taskCount(service, 'RestartCount').with({ statistic: cloudwatch.Stats.SUM }),
  operator: GREATER_THAN_THRESHOLD,
  threshold: 0,
  datapoints: 1,
  evaluationPeriods: 5,
  missingData,
  means: 'The restart policy restarted a container in the last five minutes, because its program exited.',
  first: 'Read the last lines in the log of the application.',
});

/** A rollout replaces its tasks in two steps at most, and each takes as long as a task needs to start and to be found healthy. */
function rolloutStuck(service: ecs.IBaseService, startupTime: Duration): AlarmDefinition {
  const minutes = 2 * minutesOf(startupTime) + 15;
  return {
    id: 'RolloutStuck',
    metric: taskCount(service, 'DeploymentCount'),
    operator: GREATER_THAN_THRESHOLD,
    threshold: 1,
    datapoints: minutes,
    evaluationPeriods: minutes,
    missingData,
    means: `A deployment is still in progress after ${minutes} minutes, twice the startup time of its tasks.`,
    first: `Read the service events: ${showEvents(service)}`,
  };
}

const scalingExhausted = (service: ecs.IBaseService, maxCapacity: number): AlarmDefinition => ({
  id: 'ScalingExhausted',
  metric: taskCount(service, 'DesiredTaskCount'),
  operator: GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  threshold: maxCapacity,
  datapoints: 15,
  evaluationPeriods: 15,
  missingData,
  means: 'Scaling has been at its maximum number of tasks for fifteen minutes. More load makes the service slower.',
  first: 'Compare with the traffic. If it grew, raise scaling.maxCapacity. Otherwise find what became slower.',
});

/** New tasks count as unhealthy until they are up, in each step of a rollout. */
export function unhealthyTargets(targetGroup: WatchedGroup, startupTime: Duration): AlarmDefinition {
  const minutes = minutesOf(startupTime) + 3;
  return {
    id: 'UnhealthyTargets',
    metric: unhealthyCount(targetGroup)({ statistic: cloudwatch.Stats.MAXIMUM, period: PERIOD }),
    operator: GREATER_THAN_THRESHOLD,
    threshold: 0,
    datapoints: minutes,
    evaluationPeriods: minutes + 2,
    missingData,
    means: `A task failed the health check of the load balancer for ${minutes} of the last ${minutes + 2} minutes, longer than its `
      + 'startup time.',
    first: `Read the reason of the failed check: ${showTargets(targetGroup.targetGroupArn)}`,
  };
}

const unhealthyCount = (group: WatchedGroup) => (options: cloudwatch.MetricOptions): cloudwatch.Metric =>
  isOfNetwork(group) ? group.metrics.unHealthyHostCount(options) : group.metrics.unhealthyHostCount(options);

const slowAnswers = (targetGroup: elbv2.IApplicationTargetGroup, latency: Duration): AlarmDefinition => ({
  id: 'SlowAnswers',
  metric: targetGroup.metrics.targetResponseTime({ statistic: cloudwatch.Stats.p(99), period: PERIOD }),
  operator: GREATER_THAN_THRESHOLD,
  threshold: latency.toMilliseconds() / 1000,
  datapoints: 3,
  evaluationPeriods: 5,
  missingData,
  means: `One percent of requests took longer than ${latency.toMilliseconds()} ms for three of the last five minutes.`,
  first: 'Compare with the CPU utilization of the tasks. If it is high, add tasks. Otherwise find what the application waits for.',
});
