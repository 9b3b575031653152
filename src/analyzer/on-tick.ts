import { messageOf } from './explain-event';
import { sendNotice } from './send-notice';
import type { TellingPorts } from './telling-ports';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { atTime } from '../incidents/at-time';
import { changeIncident } from '../incidents/change-incident';
import { canBeSent, leaseNotice } from '../incidents/notice';

/**
 * Tells what is due without a stop: summaries, what is over, what waited for the end of a rollout, and what a sink refused.
 *
 * One incident that fails holds no other up; it is tried again with the next tick.
 */
export async function onTick(ports: TellingPorts): Promise<void> {
  const failures: string[] = [];
  for (const id of await ports.store.list('active')) {
    failures.push(...await tellWhatIsDue(id, ports).catch(error => [messageOf(error)]));
  }
  if (failures.length > 0) throw new Error(failures.join('; '));
}

async function tellWhatIsDue(id: string, ports: TellingPorts): Promise<readonly string[]> {
  const { store, people } = ports;
  const now = ports.now();
  const { before, after } = await changeIncident(store, id, now, incident => {
    // What is told as time passes goes to programs, too: no stop comes with it.
    const next = incident && atTime(incident, [...people, 'bus'], now);
    return next && canBeSent(next, now) ? leaseNotice(next, now) : next;
  });
  if (after === undefined || after === before || after.notice?.leasedUntil === undefined) return [];
  const known = await store.diagnosisOf(id);
  return known === undefined ? [] : sendNotice(after, JSON.parse(known) as Diagnosis, ports);
}
