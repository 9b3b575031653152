import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { PERIOD, type AlarmDefinition } from './alarm-definition';
import { showEvents } from './first-look';

/** Whether the tasks that the service wants are there; read from Container Insights, the only one who counts them. */
export function taskAlarms(service: ecs.IBaseService): readonly AlarmDefinition[] {
  const desired = taskCount(service, 'DesiredTaskCount');
  const running = taskCount(service, 'RunningTaskCount');
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
      missingData: cloudwatch.TreatMissingData.BREACHING,
      means: `For ten minutes the service has run fewer tasks than it should: they cannot start, or keep stopping. ${WITHOUT_INSIGHTS}`,
      first: `Read why in the latest events of the service: ${showEvents(service)}`,
    },
    {
      id: 'ServiceDown',
      metric: running,
      operator: cloudwatch.ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold: 0,
      datapoints: 5,
      evaluationPeriods: 5,
      // Nothing is counted while nothing runs. AWS recommends not to mind, but then the alarm sleeps through its only hour.
      missingData: cloudwatch.TreatMissingData.BREACHING,
      means: `For five minutes no task of the service has run, and nobody is served. ${WITHOUT_INSIGHTS}`,
      first: 'If nobody scaled the service to zero, undo the latest change of it or of its network, roles and secrets, '
        + `then read why its tasks stopped: ${showEvents(service)}`,
    },
  ];
}

const WITHOUT_INSIGHTS = 'The alarm also fires while Container Insights is off in the cluster.';

const taskCount = ({ cluster, serviceName }: ecs.IBaseService, metricName: string) => new cloudwatch.Metric({
  namespace: 'ECS/ContainerInsights',
  metricName,
  dimensionsMap: { ClusterName: cluster.clusterName, ServiceName: serviceName },
  statistic: cloudwatch.Stats.AVERAGE,
  period: PERIOD,
});
