import { type Changed, changeIncident } from './change-incident';
import { countStop } from './count-stop';
import type { Incident } from './incident';
import type { IncidentStore } from './incident-store';
import type { Stop } from './stop';

/**
 * Counts a stop exactly once, however often and by however many functions this is tried.
 *
 * The incident holds the keys of the stops that were counted last, in the same item as their number. A key leaves it only after the
 * stop is marked as counted, and is looked for after the incident was read: so no stop is ever in neither place.
 */
export const countOnce = (store: IncidentStore, stop: Stop, now: number): Promise<Changed> =>
  changeIncident(store, stop.incident, now, async incident => {
    // Whoever takes over from a function that did not come back needs something to tell.
    if (incident === undefined) await store.saveDiagnosis(stop.incident, JSON.stringify(stop.diagnosis), now);
    else if (await isCountedBefore(store, incident, stop.key)) return incident;
    const counted = countStop(incident, stop, now);
    await markThoseThatLeave(store, incident, counted);
    return counted;
  });

const isCountedBefore = async (store: IncidentStore, { occurrences, recent }: Incident, key: string): Promise<boolean> =>
  recent.includes(key) || occurrences > recent.length && await store.isCounted(key);

async function markThoseThatLeave(store: IncidentStore, before: Incident | undefined, after: Incident): Promise<void> {
  const leaving = before?.recent.filter(key => !after.recent.includes(key)) ?? [];
  for (const key of leaving) if (!await store.isCounted(key)) await store.markCounted(key);
}
