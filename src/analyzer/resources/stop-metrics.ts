import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IBaseService } from 'aws-cdk-lib/aws-ecs';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { CAUSES } from '../../causes/catalogue';

const NAMESPACE = 'HardenedFargate';

/** What the stops of a service are counted by: each a metric that CloudWatch derives from the diagnoses in the log. */
const COUNTED = {
  failures: { id: 'Failures', metricName: 'FailedTasks', pattern: FilterPattern.stringValue('$.severity', '=', 'failure'), dimensions: {} },
  causes: { id: 'Causes', metricName: 'StoppedTasks', pattern: FilterPattern.exists('$.cause'), dimensions: { Cause: '$.cause' } },
} as const;

/**
 * The tasks of a service that failed, or those that were stopped by one cause, counted from now on.
 *
 * CloudWatch counts from the first deployment with the metric on, and bills a metric for each service, or for each cause of
 * each service, only for the hours in which tasks stopped.
 */
export function stopsOf(log: LogGroup, service: IBaseService, cause: string | undefined): Metric {
  if (cause !== undefined) requireCause(cause);
  countStops(log, cause);
  return stopMetric(service, cause);
}

/** Has CloudWatch count the failed tasks of all services in a log, or their stops by cause. */
export function countStops(log: LogGroup, cause: string | undefined): void {
  const { id, metricName, pattern, dimensions } = countedBy(cause);
  if (log.node.tryFindChild(id) !== undefined) return;
  new MetricFilter(log, id, {
    logGroup: log,
    metricNamespace: NAMESPACE,
    metricName,
    metricValue: '1',
    filterPattern: pattern,
    dimensions: { ClusterName: '$.cluster', ServiceName: '$.service', ...dimensions },
  });
}

/** The metric of a service that is counted somewhere. */
export const stopMetric = (service: IBaseService, cause?: string): Metric => new Metric({
  namespace: NAMESPACE,
  metricName: countedBy(cause).metricName,
  dimensionsMap: {
    ClusterName: service.cluster.clusterName,
    ServiceName: service.serviceName,
    ...cause !== undefined && { Cause: cause },
  },
  statistic: Stats.SUM,
  period: Duration.minutes(1),
});

const countedBy = (cause: string | undefined) => cause === undefined ? COUNTED.failures : COUNTED.causes;

function requireCause(cause: string): void {
  if (CAUSES.some(({ id }) => id === cause)) return;
  throw new Error(
    `'cause' is '${cause}', which is no cause that the analyzer knows; use an id of docs/CAUSES.md, such as 'memory/container-limit'`,
  );
}
