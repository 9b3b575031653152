import type { WidgetRequest } from './widget-request';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { mapRedacted } from '../../evidence/clean/map-redacted';
import type { Incident } from '../../incidents/incident';
import type { IncidentStore } from '../../incidents/incident-store';

/** An incident with why its tasks stop, as far as that can be read. */
export interface ListedIncident {
  readonly incident: Incident;
  readonly diagnosis?: Diagnosis;
}

/** The incidents that a dashboard shows. */
export interface IncidentListing {
  /** Those that are open before those that are over, in each the one with the latest stop first. */
  readonly shown: readonly ListedIncident[];
  /** How many more have a stop in the time range. */
  readonly more: number;
  /** How many are open without a stop in the time range. */
  readonly openOutside: number;
}

/** More than that nobody reads, and a page of them stays far below the 6 MB that Lambda returns. */
const MOST = 200;

/** What the store is asked for. */
type ReadableStore = Pick<IncidentStore, 'list' | 'read' | 'diagnosisOf'>;

/** The incidents that had a stop in the time range of a dashboard, without secrets. */
export async function listIncidents(store: ReadableStore, request: WidgetRequest, now: number): Promise<IncidentListing> {
  const bounds = { most: MOST, openedUntil: new Date(request.until).toISOString() };
  const ids = await Promise.all([store.list('active', bounds), store.list('over', bounds)]);
  const read = await Promise.all([...new Set(ids.flat())].map(id => store.read(id, now)));
  const incidents = read.flatMap(({ incident }) => incident ?? []).filter(incident => isAskedFor(incident, request));
  const inRange = incidents.filter(incident => hasStopIn(incident, request)).sort(openAndLatestFirst);
  return {
    shown: await Promise.all(inRange.slice(0, MOST).map(async incident => mapRedacted({
      incident, diagnosis: diagnosisIn(await store.diagnosisOf(incident.id)),
    }))),
    more: Math.max(0, inRange.length - MOST),
    openOutside: incidents.filter(incident => incident.status === 'open' && !hasStopIn(incident, request)).length,
  };
}

const isAskedFor = (incident: Incident, { cluster, service }: WidgetRequest): boolean =>
  (cluster === undefined || incident.cluster === cluster) && (service === undefined || incident.service === service);

/** The table knows the first and the last stop, so there may have been none just between. */
const hasStopIn = ({ firstSeen, lastSeen }: Incident, { from, until }: WidgetRequest): boolean =>
  Date.parse(firstSeen) <= until && Date.parse(lastSeen) >= from;

const openAndLatestFirst = (one: Incident, other: Incident): number =>
  Number(other.status === 'open') - Number(one.status === 'open') || Date.parse(other.lastSeen) - Date.parse(one.lastSeen);

/** A diagnosis that another version wrote, or nobody wrote yet, hides no incident. */
function diagnosisIn(json: string | undefined): Diagnosis | undefined {
  try {
    const diagnosis = JSON.parse(json ?? 'null') as Diagnosis | null;
    return Array.isArray(diagnosis?.clues) && Array.isArray(diagnosis.actions) ? diagnosis : undefined;
  } catch {
    return undefined;
  }
}
