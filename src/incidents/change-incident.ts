import { setTimeout as pause } from 'node:timers/promises';
import type { Incident } from './incident';
import type { IncidentStore } from './incident-store';

/** Two functions at once fail to write a few times in a row at most. */
const ATTEMPTS = 25;
const LONGEST_PAUSE = 40;

/** An incident before and after a change. */
export interface Changed {
  readonly before: Incident | undefined;
  readonly after: Incident | undefined;
}

/** What becomes of an incident; the same object where nothing changes. */
export type Change = (incident: Incident | undefined) => Incident | undefined | Promise<Incident | undefined>;

/** Changes an incident as if nobody else wrote: the change is made again for whatever somebody else has written meanwhile. */
export async function changeIncident(store: IncidentStore, id: string, now: number, change: Change): Promise<Changed> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { incident: before, revision } = await store.read(id, now);
    const after = await change(before);
    if (after === undefined || after === before || await store.write(after, revision, now)) return { before, after };
    await pause(Math.random() * LONGEST_PAUSE);
  }
  throw new Error(`another writer changed incident ${id} during each of ${ATTEMPTS} attempts`);
}
