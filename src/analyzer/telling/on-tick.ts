import { sendNotice } from './send-notice';
import type { TellingPorts } from './telling-ports';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { atTime } from '../../incidents/at-time';
import { changeIncident } from '../../incidents/change-incident';
import { canEscalate, whenAllTasksAreGone } from '../../incidents/escalate';
import type { Incident, Sink } from '../../incidents/incident';
import { canBeSent, leaseNotice } from '../../incidents/notice';
import { messageOf } from '../explaining/explain-event';

/** Whether the service of an incident has no task left. */
type IsGone = (incident: Incident) => Promise<boolean>;

/**
 * Tells what is due without a stop: summaries, that a service has no task left, what is over, what waited for the end of a rollout,
 * and what a sink refused.
 *
 * One incident that fails holds no other up; it is tried again with the next tick.
 */
export async function onTick(ports: TellingPorts): Promise<void> {
  const failures: string[] = [];
  const isGone = ports.lookAtServices?.() ?? (() => Promise.resolve(false));
  for (const id of await ports.store.list('active')) {
    failures.push(...await tellWhatIsDue(id, isGone, ports).catch(error => [messageOf(error)]));
  }
  if (failures.length > 0) throw new Error(failures.join('; '));
}

async function tellWhatIsDue(id: string, isGone: IsGone, ports: TellingPorts): Promise<readonly string[]> {
  const { store, people } = ports;
  const now = ports.now();
  const { before, after } = await changeIncident(store, id, now, async incident => {
    if (incident === undefined) return undefined;
    // What is told as time passes goes to programs, too: no stop comes with it.
    const next = await asTimePasses(incident, isGone, [...people, 'bus'], now);
    return canBeSent(next, now) ? leaseNotice(next, now) : next;
  });
  if (after === undefined || after === before || after.notice?.leasedUntil === undefined) return [];
  const known = await store.diagnosisOf(id);
  if (known === undefined) return [];
  const diagnosis = JSON.parse(known) as Diagnosis;
  return sendNotice(after, diagnosis, ports, await ports.isMuted(id, diagnosis));
}

/** A service without a task has none that could stop: its incidents are not over. */
async function asTimePasses(incident: Incident, isGone: IsGone, sinks: readonly Sink[], now: number): Promise<Incident> {
  const next = atTime(incident, sinks, now);
  const isEnding = next.status !== incident.status;
  return (isEnding || canEscalate(incident, now)) && await isGone(incident) ? whenAllTasksAreGone(incident, sinks) : next;
}
