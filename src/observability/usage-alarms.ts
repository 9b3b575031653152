import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { PERIOD, type AlarmDefinition } from './alarm-definition';

/** Whether the tasks have room left; read from the metrics that ECS publishes for every service. */
export const usageAlarms = (service: ecs.IBaseService): readonly AlarmDefinition[] => [
  {
    id: 'CpuHigh',
    metric: utilization(service, 'CPUUtilization', cloudwatch.Stats.AVERAGE),
    threshold: 80,
    ...SUSTAINED,
    means: 'The average CPU utilization has been above 80% for five minutes. Responses become slow.',
    first: 'Compare with the traffic. If it grew, raise the desired count or the maximum of scaling. '
      + 'Otherwise roll back the latest deployment.',
  },
  {
    // The average of many tasks hides the one that is about to be killed.
    id: 'MemoryNearLimit',
    metric: utilization(service, 'MemoryUtilization', cloudwatch.Stats.MAXIMUM),
    threshold: 95,
    ...SUSTAINED,
    means: 'The memory utilization of a task has been above 95% for five minutes. At 100%, it is killed (exit code 137).',
    first: 'If memory has only grown since the latest deployment, roll it back. Otherwise raise memoryLimitMiB and deploy.',
  },
];

/** How full the memory of all tasks is, long before one of them is killed. */
export const memoryHigh = (service: ecs.IBaseService): AlarmDefinition => ({
  id: 'MemoryHigh',
  metric: utilization(service, 'MemoryUtilization', cloudwatch.Stats.AVERAGE),
  threshold: 80,
  ...SUSTAINED,
  means: 'The average memory utilization has been above 80% for five minutes.',
  first: 'Check whether memory follows the traffic or only grows. If it follows, raise memoryLimitMiB. '
    + 'If it only grows, roll back the latest deployment: it has a leak.',
});

const SUSTAINED = {
  operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  datapoints: 5,
  evaluationPeriods: 5,
  // No task reports no usage, and ServiceDown says that no task runs.
  missingData: cloudwatch.TreatMissingData.NOT_BREACHING,
} as const;

const utilization = ({ cluster, serviceName }: ecs.IBaseService, metricName: string, statistic: string) => new cloudwatch.Metric({
  namespace: 'AWS/ECS',
  metricName,
  dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName },
  statistic,
  period: PERIOD,
});
