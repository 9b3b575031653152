import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { PERIOD, type AlarmDefinition } from './alarm-definition';
import { showEvents } from './first-look';

/** What is known of a service whose tasks are counted. */
export interface CountedService {
  readonly service: ecs.IBaseService;
  /** Whether it may run no task at all without anything being wrong. */
  readonly mayBeEmpty: boolean;
  /** Whether Container Insights is known to count the tasks; of an imported cluster that cannot be seen. */
  readonly isCounted: boolean;
}

/** Whether the tasks that the service wants are there; read from Container Insights, the only one who counts them. */
export function taskAlarms({ service, mayBeEmpty, isCounted }: CountedService): readonly AlarmDefinition[] {
  const desired = taskCount(service, 'DesiredTaskCount');
  const running = taskCount(service, 'RunningTaskCount');
  const { BREACHING, NOT_BREACHING, MISSING } = cloudwatch.TreatMissingData;
  return [
    {
      id: 'TasksMissing',
      metric: new cloudwatch.MathExpression({
        expression: 'desired - running',
        usingMetrics: { desired, running },
        label: 'Tasks missing',
        period: PERIOD,
      }),
      operator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
      threshold: 0,
      // A rollout starts new tasks before it stops old ones; ten minutes forgive one that has to stop some first.
      datapoints: 10,
      evaluationPeriods: 10,
      // Where nothing is counted nothing runs, and ServiceDown says so.
      missingData: NOT_BREACHING,
      means: 'The service has run fewer tasks than its desired count for ten minutes. Tasks cannot start, or keep stopping.',
      first: `Read the reason in the latest service events: ${showEvents(service)}`,
    },
    {
      id: 'ServiceDown',
      metric: new cloudwatch.MathExpression({
        expression: 'IF(desired > 0, FILL(running, 0), 1)',
        usingMetrics: { desired, running },
        label: 'Running tasks, if any are desired',
        period: PERIOD,
      }),
      operator: cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 0,
      datapoints: 5,
      evaluationPeriods: 5,
      // Nothing is counted while nothing runs, so an alarm that forgives missing data cannot fire at the moment it is for.
      missingData: !isCounted ? MISSING : mayBeEmpty ? NOT_BREACHING : BREACHING,
      means: 'No task of the service has run for five minutes. The service is unavailable.',
      first: 'Roll back the latest change of the service or of its network, roles, and secrets, '
        + `and read why its tasks stopped: ${showEvents(service)}`,
    },
  ];
}

/** A number that Container Insights counts for a service. */
export const taskCount = ({ cluster, serviceName }: ecs.IBaseService, metricName: string) => new cloudwatch.Metric({
  namespace: 'ECS/ContainerInsights',
  metricName,
  dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName },
  statistic: cloudwatch.Stats.AVERAGE,
  period: PERIOD,
});
