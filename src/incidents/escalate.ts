import { type Incident, isToldOf, type Sink } from './incident';
import { withNotice } from './notice';

/** The incident once no task of its service is left; it is told once, until the incident is over. */
export function whenAllTasksAreGone(incident: Incident, sinks: readonly Sink[]): Incident {
  const { status, escalated, notice } = incident;
  if (status === 'resolved' || escalated || notice !== undefined || !isToldOf(incident)) return incident;
  return withNotice({ ...incident, escalated: true }, 'escalated', sinks);
}
