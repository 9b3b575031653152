import { embeddedMetric, isDimensionValue, NAMESPACE } from './embedded-metric';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';

/** The metric of CloudWatch by which an analyzer counts stops. */
export const STOPPED_TASKS = { namespace: NAMESPACE, metricName: 'StoppedTasks' } as const;

/** What stops are told apart by, and counted by apart from each other. */
const KINDS = ['Severity', 'Cause'] as const;

/** What is counted of a stop. */
export type CountedStop = Pick<Diagnosis, 'cluster' | 'service' | 'severity' | 'cause'>;

/**
 * A stop as a line of the log, from which CloudWatch counts it by severity and by cause: those of its service, and those of all.
 *
 * A task that belongs to no service, or to one whose name CloudWatch does not take, is among those of all.
 */
export function stopCountOf({ cluster, service, severity, cause }: CountedStop, time: number): string {
  const ofService = { ...named('ClusterName', cluster), ...named('ServiceName', service) };
  const names = Object.keys(ofService);
  return embeddedMetric({
    metricName: STOPPED_TASKS.metricName,
    value: 1,
    time,
    dimensionSets: [...names.length === 2 ? KINDS.map(kind => [...names, kind]) : [], ...KINDS.map(kind => [kind])],
    members: { ...ofService, Severity: severity, Cause: cause },
  });
}

const named = (dimension: string, value: string | null): Readonly<Record<string, string>> =>
  value !== null && isDimensionValue(value) ? { [dimension]: value } : {};
