import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IBaseService } from 'aws-cdk-lib/aws-ecs';
import { CAUSES, type Severity } from '../../causes/catalogue';
import { STOPPED_TASKS } from '../protocol/stop-count';

/** The stopped tasks of a service that failed, or those that were stopped by one cause. */
export function stopsByCause(service: IBaseService, cause: string | undefined): Metric {
  if (cause === undefined) return stopsBySeverity(service, 'failure');
  requireCause(cause);
  return stopsOf(service, { Cause: cause });
}

/** The stopped tasks of a service that were as bad as that. */
export const stopsBySeverity = (service: IBaseService, severity: Severity): Metric => stopsOf(service, { Severity: severity });

/** The metric that an analyzer writes for each stop, and that CloudWatch bills only for the hours in which tasks stopped. */
const stopsOf = (service: IBaseService, kind: Readonly<Record<string, string>>): Metric => new Metric({
  ...STOPPED_TASKS,
  dimensionsMap: { ClusterName: service.cluster.clusterName, ServiceName: service.serviceName, ...kind },
  statistic: Stats.SUM,
  period: Duration.minutes(1),
});

function requireCause(cause: string): void {
  if (CAUSES.some(({ id }) => id === cause)) return;
  throw new Error(
    `'cause' is '${cause}', but it must be the id of a known cause; use an id of docs/CAUSES.md, such as 'memory/container-limit'`,
  );
}
