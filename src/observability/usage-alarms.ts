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
    means: 'For five minutes the tasks have used more than 80 % of their CPU on average, so answers get slow.',
    first: 'Compare with the traffic: if it grew, raise the desired count or the maximum of scaling; '
      + 'if it did not, undo the latest deployment.',
  },
  {
    // The average of many tasks hides the one that is about to be killed.
    id: 'MemoryNearLimit',
    metric: utilization(service, 'MemoryUtilization', cloudwatch.Stats.MAXIMUM),
    threshold: 95,
    ...SUSTAINED,
    means: 'For five minutes one task has used more than 95 % of its memory, and is about to be killed with exit code 137.',
    first: 'If memory has only grown since the latest deployment, undo that; otherwise raise memoryLimitMiB and deploy.',
  },
];

/** How full the memory of all tasks is, long before one of them is killed. */
export const memoryHigh = (service: ecs.IBaseService): AlarmDefinition => ({
  id: 'MemoryHigh',
  metric: utilization(service, 'MemoryUtilization', cloudwatch.Stats.AVERAGE),
  threshold: 80,
  ...SUSTAINED,
  means: 'For five minutes the tasks have used more than 80 % of their memory on average.',
  first: 'See whether memory follows the traffic or only grows: for the first raise memoryLimitMiB, '
    + 'for the second, a leak, undo the latest deployment.',
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
