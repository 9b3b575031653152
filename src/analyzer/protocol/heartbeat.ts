/** The metric of CloudWatch by which an analyzer says that stops reach it: 1, or 0 when one of its rules is disabled. */
export const HEARTBEAT = { namespace: 'HardenedFargate', metricName: 'Heartbeat', dimension: 'Analyzer' } as const;

/**
 * A heartbeat as a line of the log, from which CloudWatch derives the metric.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const heartbeatOf = (analyzer: string, time: number, disabledRules: readonly string[], unknown?: string): string => JSON.stringify({
  _aws: {
    Timestamp: time,
    CloudWatchMetrics: [{
      Namespace: HEARTBEAT.namespace,
      Dimensions: [[HEARTBEAT.dimension]],
      Metrics: [{ Name: HEARTBEAT.metricName, Unit: 'Count' }],
    }],
  },
  [HEARTBEAT.dimension]: analyzer,
  [HEARTBEAT.metricName]: disabledRules.length === 0 ? 1 : 0,
  disabledRules,
  ...unknown !== undefined && { unknown },
});
