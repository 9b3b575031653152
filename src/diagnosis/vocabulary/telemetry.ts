import type { Wording } from '../matching/wording';

/** What takes traces and metrics, as clients name it or its port. */
export const TELEMETRY = ['jaeger', 'opentelemetry', 'otel', 'zipkin', 'statsd', '(port=|:)(4317|4318)', '(localhost|127.0.0.1):8126'];

/** The few ways in which exporters say that nothing answers. */
const UNANSWERED = ['Max retries exceeded', 'ECONNREFUSED', 'connection refused', 'Failed to resolve', 'ENOTFOUND', 'no such host'];

/** A collector that is not reached loses traces or metrics, and most applications run on. */
export const COLLECTOR_UNREACHED: Wording = {
  sure: 'possible',
  says: 'a collector of traces or metrics was not reached; most applications run on without it',
  words: TELEMETRY.flatMap(collector => UNANSWERED.flatMap(words => [`${collector} … ${words}`, `${words} … ${collector}`])),
};
