import Ajv from 'ajv/dist/2020';

/** A value of a metric that CloudWatch derives from a line of the log. */
export interface MetricValue {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
}

type Root = Readonly<Record<string, unknown>> & {
  readonly _aws: {
    readonly Timestamp: number;
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string; readonly Dimensions: readonly (readonly string[])[]; readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
};

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, required: Object.keys(properties), ...more });
const list = (items: object, minItems: number, maxItems: number) => ({ type: 'array', items, minItems, maxItems, uniqueItems: true });

/**
 * What the specification asks of the line itself.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
const isEmbedded = new Ajv().compile(object({
  _aws: object({
    // Milliseconds: as seconds it would be far in the past, where CloudWatch takes nothing.
    Timestamp: { type: 'integer', minimum: 1_600_000_000_000, maximum: 9_999_999_999_999 },
    CloudWatchMetrics: list(object({
      Namespace: { type: 'string', pattern: '^(?!AWS/)[\\w.\\-/#: ]{1,255}$' },
      Dimensions: list(list({ type: 'string', minLength: 1, maxLength: 255 }, 0, 30), 1, 100),
      Metrics: list(object({ Name: { type: 'string', minLength: 1, maxLength: 1_024 }, Unit: { enum: ['Count', 'Seconds', 'Bytes', 'None'] } }), 1, 100),
    }, { additionalProperties: false }), 1, 100),
  }, { additionalProperties: false }),
}));

/** Reads a line as CloudWatch does; it drops the line where this throws. */
export function metricsIn(line: unknown): readonly MetricValue[] {
  if (!isEmbedded(line)) throw new Error(JSON.stringify(isEmbedded.errors));
  const root = line as Root;
  return root._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) => Dimensions.flatMap(names => Metrics.map(({ Name }) => ({
    namespace: Namespace,
    metricName: Name,
    dimensions: Object.fromEntries(names.map(name => [name, dimension(root[name])])),
    value: number(root[Name]),
  }))));
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html */
function dimension(value: unknown): string {
  if (typeof value === 'string' && /^[\x20-\x7e]{1,1024}$/.test(value) && /^[^:]/.test(value) && /\S/.test(value)) return value;
  throw new Error(`CloudWatch takes no dimension ${JSON.stringify(value)}`);
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  throw new Error(`${JSON.stringify(value)} is no value of a metric`);
}
