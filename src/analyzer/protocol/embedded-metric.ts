/** The namespace of the metrics that an analyzer writes. */
export const NAMESPACE = 'HardenedFargate';

/** A value of a metric as the analyzer knows it. */
interface EmbeddedMetric {
  readonly metricName: string;
  readonly value: number;
  /** In milliseconds. */
  readonly time: number;
  /** Names of members; each set makes a metric of its own. */
  readonly dimensionSets: readonly (readonly string[])[];
  /** The values of the dimensions, and what else the line says. */
  readonly members: Readonly<Record<string, unknown>>;
}

/**
 * A line of the log, from which CloudWatch derives metrics.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const embeddedMetric = ({ metricName, value, time, dimensionSets, members }: EmbeddedMetric): string => JSON.stringify({
  _aws: {
    Timestamp: time,
    CloudWatchMetrics: [{ Namespace: NAMESPACE, Dimensions: dimensionSets, Metrics: [{ Name: metricName, Unit: 'Count' }] }],
  },
  ...members,
  [metricName]: value,
});

/**
 * Whether CloudWatch takes a text as the value of a dimension; it drops the whole line over one that it does not take.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html
 */
export const isDimensionValue = (text: string): boolean => /^(?!:)[\x20-\x7E]{1,1024}$/.test(text) && text.trim() !== '';
