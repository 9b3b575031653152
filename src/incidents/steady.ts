import type { Incident } from './incident';

/** The incident of a service that ECS reports as steady; a report from before the last stop says nothing. */
export function whenSteady(incident: Incident, since: string): Incident {
  if (incident.status === 'resolved' || since <= incident.lastSeen || incident.steadySince !== undefined) return incident;
  return { ...incident, steadySince: since };
}
