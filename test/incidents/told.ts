import type { NotificationKind } from '../../src/diagnosis/model/diagnosis';
import type { Incident } from '../../src/incidents/incident';
import { noteSent } from '../../src/incidents/notice';

/** The incident after its message reached every sink, and which message that was. */
export function told(incident: Incident, now: number): { readonly incident: Incident; readonly kind: NotificationKind | undefined } {
  const { notice } = incident;
  if (notice === undefined) return { incident, kind: undefined };
  return { incident: noteSent(incident, { number: notice.number, sent: notice.due, occurrences: incident.occurrences }, now), kind: notice.kind };
}
