import { type Incident, isToldOf, type Sink } from './incident';
import { withNotice } from './notice';

/** A task that is replaced is gone for moments, too, and whoever was told just now knows enough. */
const REPLACEMENT = 2 * 60_000;

/** Without stops for so long, whatever has become of the tasks is another story. */
const HOUR = 3_600_000;

/** Whether it is time to look for the tasks of the service: people know of the incident, and not that all are gone. */
export const canEscalate = (incident: Incident, now: number): boolean =>
  isOpenToIt(incident) && now >= (incident.told?.at ?? 0) + REPLACEMENT && now < Date.parse(incident.lastSeen) + HOUR;

/** The incident once no task of its service is left; it is told once, until the incident is over. */
export const whenAllTasksAreGone = (incident: Incident, sinks: readonly Sink[]): Incident =>
  isOpenToIt(incident) ? withNotice({ ...incident, escalated: true }, 'escalated', sinks) : incident;

const isOpenToIt = (incident: Incident): boolean =>
  incident.status === 'open' && !incident.escalated && incident.notice === undefined && isToldOf(incident);
