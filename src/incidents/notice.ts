import type { Incident, Notice, Sink } from './incident';
import type { NotificationKind } from '../diagnosis/model/diagnosis';

/** Longer than a function runs, shorter than a queue waits before it hands an event out again. */
const LEASE = 60_000;

/** The incident with a message to send; what was not sent of the message before is dropped. */
export const withNotice = (incident: Incident, kind: NotificationKind, due: readonly Sink[], heldUntil?: number): Incident => ({
  ...incident,
  notice: { kind, number: nextNumber(incident), due, uncertain: [], ...heldUntil !== undefined && { heldUntil } },
});

const nextNumber = ({ told, notice }: Incident): number => Math.max(told?.number ?? 0, notice?.number ?? 0) + 1;

/** Whether a message waits that nobody is sending, or that an attempt before this one was sending with the same stop. */
export const canBeSent = ({ notice }: Incident, now: number, stop?: string): boolean =>
  notice !== undefined && (!isLeased(notice, now) || stop !== undefined && notice.leasedBy === stop) && !isHeld(notice, now);

/** A lease from a clock that is ahead ends as soon as it could not have been given now. */
const isLeased = ({ leasedUntil }: Notice, now: number): boolean =>
  leasedUntil !== undefined && leasedUntil > now && leasedUntil <= now + 2 * LEASE;

const isHeld = ({ heldUntil }: Notice, now: number): boolean => heldUntil !== undefined && heldUntil > now;

/** The incident whose message is being sent from now on. A sender that did not come back may have sent it. */
export function leaseNotice(incident: Incident, now: number, leasedBy?: string): Incident {
  if (incident.notice === undefined) return incident;
  const { leasedBy: _, ...notice } = incident.notice;
  const uncertain = notice.leasedUntil === undefined ? notice.uncertain : notice.due;
  return { ...incident, notice: { ...notice, uncertain, leasedUntil: now + LEASE, ...leasedBy !== undefined && { leasedBy } } };
}

/** A message as it was sent. */
export interface SentMessage {
  readonly number: number;
  /** The sinks that took it. */
  readonly sent: readonly Sink[];
  /** The stops that it tells of. */
  readonly occurrences: number;
}

/** The incident after a message was sent: what was refused or has to wait stays due, alone. */
export function noteSent(incident: Incident, { number, sent, occurrences }: SentMessage, now: number): Incident {
  const { notice, ...rest } = incident;
  if (notice?.number !== number) return incident;
  const due = notice.due.filter(sink => !sent.includes(sink));
  if (due.length === 0) return { ...rest, told: { number, at: now, occurrences } };
  const { leasedUntil, leasedBy, ...free } = notice;
  return { ...rest, notice: { ...free, due, uncertain: notice.uncertain.filter(sink => due.includes(sink)) } };
}

/** The incident without its message, which is not sent any more. */
export function withoutNotice({ notice, ...incident }: Incident): Incident {
  if (notice === undefined) return incident;
  return { ...incident, told: { number: notice.number, at: incident.told?.at ?? 0, occurrences: incident.occurrences } };
}
