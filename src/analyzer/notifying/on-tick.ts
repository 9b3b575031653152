import type { NotifierPorts } from './notifier-ports';
import { sendDigests, type WaitingMessage } from './send-digests';
import { type DueMessage, noteTaken, sendToEach } from './send-notice';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { atTime } from '../../incidents/at-time';
import { changeIncident } from '../../incidents/change-incident';
import { canEscalate, whenAllTasksAreGone } from '../../incidents/escalate';
import type { Incident } from '../../incidents/incident';
import { canBeSent, leaseNotice } from '../../incidents/notice';
import { messageOf } from '../explaining/explain-event';

/** Whether the service of an incident has no task left. */
type IsGone = (incident: Incident) => Promise<boolean>;

/**
 * Tells what is due without a stop: summaries, that a service has no task left, what is over, what waited for the end of a rollout,
 * what a sink refused, and in a digest what was too much at once.
 *
 * One incident that fails holds no other up; it is tried again with the next tick.
 */
export async function onTick(ports: NotifierPorts): Promise<void> {
  const failures: string[] = [];
  const waiting: WaitingMessage[] = [];
  const isGone = ports.lookAtServices?.() ?? (() => Promise.resolve(false));
  for (const id of await ports.store.list('active')) {
    try {
      const due = await dueMessage(id, isGone, ports);
      if (due === undefined) continue;
      const sent = await sendToEach(due, ports);
      failures.push(...sent.refusals);
      if (sent.held.length > 0) waiting.push({ ...sent, due });
      else await noteTaken(due, sent.taken, ports);
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  failures.push(...await sendDigests(waiting, ports));
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/** The message that an incident is due now, which this function holds from now on. */
async function dueMessage(id: string, isGone: IsGone, ports: NotifierPorts): Promise<DueMessage | undefined> {
  const { store } = ports;
  const now = ports.now();
  const known = once(async () => JSON.parse(await store.diagnosisOf(id) ?? 'null') as Diagnosis | null);
  const isMuted = async (incident: Incident): Promise<boolean> => {
    const diagnosis = await known();
    return diagnosis !== null && await ports.isMuted(id, diagnosis, incident);
  };
  let wasMuted: boolean | undefined;
  const { before, after } = await changeIncident(store, id, now, async incident => {
    if (incident === undefined) return undefined;
    const passed = await asTimePasses(incident, { isGone, isMuted, now }, ports);
    wasMuted = passed.isMuted;
    return canBeSent(passed.incident, now) ? leaseNotice(passed.incident, now) : passed.incident;
  });
  if (after === undefined || after === before || after.notice?.leasedUntil === undefined) return undefined;
  const diagnosis = await known();
  return diagnosis === null ? undefined : { incident: after, diagnosis, isMuted: wasMuted ?? await isMuted(after) };
}

interface Looking {
  readonly isGone: IsGone;
  readonly isMuted: (incident: Incident) => Promise<boolean>;
  readonly now: number;
}

/** An incident as time has changed it, and whether it is muted where that had to be known. */
interface Passed {
  readonly incident: Incident;
  readonly isMuted?: boolean;
}

/**
 * A service without a task has none that could stop: its incidents are not over. Of one that is muted, people hear that once the
 * mute has ended, as long as it is so.
 */
async function asTimePasses(incident: Incident, { isGone, isMuted, now }: Looking, { people }: NotifierPorts): Promise<Passed> {
  // What is told as time passes goes to programs, too: no stop comes with it.
  const sinks = [...people, 'bus'] as const;
  const next = atTime(incident, sinks, now);
  const isEnding = next.status !== incident.status;
  if (!isEnding && !canEscalate(incident, now) || !await isGone(incident)) return { incident: next };
  if (await isMuted(incident)) return { incident: isEnding ? incident : next, isMuted: true };
  return { incident: whenAllTasksAreGone(incident, sinks), isMuted: false };
}

/** An answer that is asked for at most once. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => answer ??= ask();
}
