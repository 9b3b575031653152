import type { Evidence } from '../diagnosis/evidence';

/**
 * What can be said of an event whose reader broke down: identifiers only, because nothing was redacted.
 *
 * A fault of ours must not cost the event; the gap says what is missing.
 */
export function barelyRead(event: unknown, because: string): Evidence {
  const detail = fieldsOf(fieldsOf(event).detail);
  const group = identifier(detail.group);
  return {
    region: identifier(fieldsOf(event).region),
    account: identifier(fieldsOf(event).account),
    time: identifier(fieldsOf(event).time),
    cluster: identifier(detail.clusterArn)?.split('/').pop(),
    service: group?.startsWith('service:') ? group.slice('service:'.length) : undefined,
    task: {
      taskArn: identifier(detail.taskArn),
      taskDefinitionArn: identifier(detail.taskDefinitionArn),
      stopCode: identifier(detail.stopCode),
      containers: [],
      attachments: [],
    },
    serviceEvents: [],
    logTail: [],
    acknowledged: {},
    gaps: [{ source: 'event', because: `the event could not be read in full: ${because}` }],
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Names and ARNs of AWS have no other characters, and no secret fits between them. */
const identifier = (value: unknown): string | undefined => (typeof value === 'string' && /^[\w:/.+=@-]{1,512}$/.test(value) ? value : undefined);
