import { embeddedMetric, NAMESPACE } from './embedded-metric';

/** The metric of CloudWatch by which an analyzer says that stops reach it: 1, or 0 when one of its rules is disabled. */
export const HEARTBEAT = { namespace: NAMESPACE, metricName: 'Heartbeat', dimension: 'Analyzer' } as const;

/** A heartbeat as a line of the log, from which CloudWatch derives the metric. */
export const heartbeatOf = (analyzer: string, time: number, disabledRules: readonly string[], unknown?: string): string => embeddedMetric({
  metricName: HEARTBEAT.metricName,
  value: disabledRules.length === 0 ? 1 : 0,
  time,
  dimensionSets: [[HEARTBEAT.dimension]],
  members: { [HEARTBEAT.dimension]: analyzer, disabledRules, ...unknown !== undefined && { unknown } },
});
