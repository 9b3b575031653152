import { type Incident, isToldOf, type Sink } from './incident';
import { isOver } from './is-over';
import { withNotice, withoutNotice } from './notice';

/** The first summary comes after so long, each later one after twice as long as the one before. */
const FIRST_SUMMARY = 10 * 60_000;
const DAY = 24 * 3_600_000;

/**
 * The incident as time passes: over once no task stopped for long enough, or with a summary when one is due.
 *
 * While a message waits to be sent, nothing else is told.
 */
export function atTime(incident: Incident, sinks: readonly Sink[], now: number): Incident {
  if (incident.status === 'resolved' || incident.notice !== undefined) return incident;
  if (isOver(incident, now)) return resolved(incident, isToldOf(incident) ? sinks : [], now);
  return isToldOf(incident) && isSummaryDue(incident, now) ? withNotice(incident, 'summary', sinks) : incident;
}

function resolved(incident: Incident, sinks: readonly Sink[], now: number): Incident {
  const { steadySince, ...rest } = incident;
  const over: Incident = { ...rest, status: 'resolved', resolvedAt: new Date(now).toISOString() };
  return sinks.length > 0 ? withNotice(over, 'resolved', sinks) : withoutNotice(over);
}

/** When the number of stops has doubled, in growing intervals; once a day as long as there are new ones. */
function isSummaryDue({ occurrences, told }: Incident, now: number): boolean {
  if (told === undefined || occurrences <= told.occurrences) return false;
  const interval = Math.min(FIRST_SUMMARY * 2 ** (told.number - 1), DAY);
  return now >= told.at + (occurrences >= 2 * told.occurrences ? interval : DAY);
}
