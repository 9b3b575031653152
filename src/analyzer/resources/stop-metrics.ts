import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IBaseService } from 'aws-cdk-lib/aws-ecs';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { CAUSES, type Severity } from '../../causes/catalogue';

const NAMESPACE = 'HardenedFargate';

/** What the stops of a service are counted by: each a metric that CloudWatch derives from the diagnoses in the log. */
const COUNTED = {
  failures: { id: 'Failures', metricName: 'FailedTasks', pattern: FilterPattern.stringValue('$.severity', '=', 'failure'), dimensions: {} },
  severities: {
    id: 'Severities', metricName: 'StoppedTasks', pattern: FilterPattern.exists('$.severity'), dimensions: { Severity: '$.severity' },
  },
  causes: { id: 'Causes', metricName: 'StoppedTasks', pattern: FilterPattern.exists('$.cause'), dimensions: { Cause: '$.cause' } },
} as const;

/** What stops are told apart by; without it, those that failed are counted. */
interface Kind {
  readonly cause?: string;
  readonly severity?: Severity;
}

/**
 * The tasks of a service that failed, or those that were stopped by one cause or were as bad as that, counted from now on.
 *
 * CloudWatch counts from the first deployment with the metric on, and bills a metric for each service, or for each cause of
 * each service, only for the hours in which tasks stopped.
 */
export function stopsOf(log: LogGroup, service: IBaseService, kind: Kind): Metric {
  if (kind.cause !== undefined) requireCause(kind.cause);
  countStops(log, kind);
  return stopMetric(service, kind);
}

/** Has CloudWatch count the failed tasks of all services in a log, or their stops by cause or severity. */
export function countStops(log: LogGroup, kind: Kind = {}): void {
  const { id, metricName, pattern, dimensions } = countedBy(kind);
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
export const stopMetric = (service: IBaseService, kind: Kind = {}): Metric => new Metric({
  namespace: NAMESPACE,
  metricName: countedBy(kind).metricName,
  dimensionsMap: {
    ClusterName: service.cluster.clusterName,
    ServiceName: service.serviceName,
    ...kind.cause !== undefined && { Cause: kind.cause },
    ...kind.severity !== undefined && { Severity: kind.severity },
  },
  statistic: Stats.SUM,
  period: Duration.minutes(1),
});

function countedBy({ cause, severity }: Kind) {
  if (cause !== undefined) return COUNTED.causes;
  return severity === undefined ? COUNTED.failures : COUNTED.severities;
}

function requireCause(cause: string): void {
  if (CAUSES.some(({ id }) => id === cause)) return;
  throw new Error(
    `'cause' is '${cause}', but it must be the id of a known cause; use an id of docs/CAUSES.md, such as 'memory/container-limit'`,
  );
}
