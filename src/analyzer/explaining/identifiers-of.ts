import type { Evidence } from '../../evidence/model/evidence';
import { eventIn, fieldsOf } from '../protocol/event-in';

/**
 * What can be said of an event whose reader broke down: identifiers only, because nothing was redacted.
 *
 * A fault of ours must not cost the event; the gap says what is missing.
 */
export function identifiersOf(message: unknown, because: string): Evidence {
  const event = eventIn(message);
  const detail = fieldsOf(event.detail);
  const group = identifier(detail.group);
  return {
    region: identifier(event.region),
    account: identifier(event.account),
    time: instant(event.time),
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

/** Names and ARNs of AWS have no other characters, and no secret fits between them. */
const identifier = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w:/.+=@-]{1,512}$/.test(value) ? value : undefined;

/** A time as every reader of a diagnosis takes it; of anything else, nothing. */
function instant(value: unknown): string | undefined {
  const time = new Date(identifier(value) ?? NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
