import type { Incident } from './incident';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Without a steady service, only a pause much longer than usual says that the stops are over. */
const PAUSES = 3;

/** An incident that came back so often is given no more time than after the last of these. */
const MOST_DOUBLINGS = 5;

/**
 * Whether the stops are over: the service has been steady for as long as the stops are usually apart, or no task stopped for much longer.
 *
 * A service whose tasks crash after minutes is steady in between, so that being steady for a moment says nothing. The more often an
 * incident came back, the longer it is waited for.
 */
export function isOver(incident: Incident, now: number): boolean {
  const { lastSeen, steadySince, reopened } = incident;
  const patience = 2 ** Math.min(reopened, MOST_DOUBLINGS);
  const usual = usualPause(incident);
  const isSteady = steadySince !== undefined && now - Date.parse(steadySince) >= between(5 * MINUTE, usual * patience, DAY);
  return isSteady || now - Date.parse(lastSeen) >= between(30 * MINUTE, PAUSES * usual * patience, DAY);
}

/** How far apart the stops are on average; of a single stop, nobody knows. */
function usualPause({ firstSeen, lastSeen, occurrences }: Incident): number {
  if (occurrences === 1) return 20 * MINUTE;
  return (Date.parse(lastSeen) - Date.parse(firstSeen)) / (occurrences - 1);
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(least, value), most);
