import type { Incident } from './incident';
import { leaseNotice, withNotice, withoutNotice } from './notice';
import { countInRollout, heldInRollout } from './rollout';
import type { Stop } from './stop';

/** So many keys of stops are kept in the incident itself; older ones are kept apart. */
export const MOST_RECENT = 24;

/**
 * The incident with one more stop, or unchanged when it is among the stops that were counted last.
 *
 * The first stop, and the first after the incident was over, is told at once; any other is only counted. A late stop, from before
 * the incident was over, does not open it again.
 */
export function countStop(incident: Incident | undefined, stop: Stop, now: number): Incident {
  if (incident === undefined) return opened(stop, now);
  if (incident.recent.includes(stop.key)) return incident;
  const next = counted(incident, stop);
  return opensAgain(incident, stop) ? openedAgain(next, stop, now) : countInRollout(next, stop, now);
}

function opened(stop: Stop, now: number): Incident {
  const { cluster, service, container, cause, severity, title, taskDefinitionArn } = stop.diagnosis;
  const incident: Incident = {
    id: stop.incident,
    account: stop.account,
    region: stop.region,
    cluster,
    service,
    container,
    cause,
    severity,
    title,
    taskDefinitionArn,
    status: 'open',
    occurrences: 1,
    firstSeen: stop.seen,
    lastSeen: stop.seen,
    openedAt: stop.seen,
    reopened: 0,
    escalated: false,
    recent: [stop.key],
  };
  return told(incident, 'first', stop, now);
}

function counted(incident: Incident, { key, seen, diagnosis }: Stop): Incident {
  const { steadySince, ...rest } = incident;
  return {
    ...rest,
    ...steadySince !== undefined && steadySince >= seen && { steadySince },
    occurrences: incident.occurrences + 1,
    firstSeen: seen < incident.firstSeen ? seen : incident.firstSeen,
    lastSeen: seen > incident.lastSeen ? seen : incident.lastSeen,
    taskDefinitionArn: newerRevision(incident.taskDefinitionArn, diagnosis.taskDefinitionArn),
    recent: [...incident.recent, key].slice(-MOST_RECENT),
  };
}

const opensAgain = ({ status, resolvedAt = '' }: Incident, { seen }: Stop): boolean => status === 'resolved' && seen > resolvedAt;

function openedAgain(incident: Incident, stop: Stop, now: number): Incident {
  const { resolvedAt, partOf, rollout, ...rest } = withoutNotice(incident);
  return told({ ...rest, status: 'open', openedAt: stop.seen, reopened: incident.reopened + 1, escalated: false }, 'reopened', stop, now);
}

/** Who counts the stop sends the message, too. */
function told(incident: Incident, kind: 'first' | 'reopened', stop: Stop, now: number): Incident {
  if (stop.partOf !== undefined) return { ...incident, partOf: stop.partOf };
  if (stop.rollout !== undefined) return heldInRollout(incident, kind, stop.rollout, stop.sinks, now);
  return leaseNotice(withNotice(incident, kind, stop.sinks), now, stop.key);
}

/** The later of two revisions of a task definition; a late stop of an older one changes nothing. */
function newerRevision(known: string | null, other: string | null): string | null {
  return revisionOf(other) > revisionOf(known) ? other : known;
}

const revisionOf = (arn: string | null): number => Number(/:(\d+)$/.exec(arn ?? '')?.[1] ?? -1);
