import type { NotifierPorts } from './notifier-ports';
import { withIncident } from './with-incident';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { changeIncident } from '../../incidents/change-incident';
import type { Incident, Sink } from '../../incidents/incident';
import { noteSent } from '../../incidents/notice';
import { messageOf } from '../explaining/explain-event';

/** The message of an incident, which this function holds. */
export interface DueMessage {
  readonly incident: Incident;
  readonly diagnosis: Diagnosis;
  /** Whether people are told nothing of it. */
  readonly isMuted: boolean;
}

/** What became of a message. */
export interface Sent {
  readonly taken: readonly Sink[];
  /** Where too many messages went just now: there it waits for a digest. */
  readonly held: readonly Sink[];
  readonly refusals: readonly string[];
}

/** Sends the message of an incident to each sink that does not have it, and notes that; why others refused it. */
export async function sendNotice(due: DueMessage, ports: NotifierPorts): Promise<readonly string[]> {
  const { taken, refusals } = await sendToEach(due, ports);
  await noteTaken(due, taken, ports);
  return refusals;
}

/**
 * Sends a message to each sink that does not have it.
 *
 * A message that is muted counts as taken by whoever reads: once the mute ends, people hear how it went on, not what is past.
 */
export async function sendToEach(due: DueMessage, ports: NotifierPorts): Promise<Sent> {
  const sinks = due.incident.notice?.due ?? [];
  const outcomes = await Promise.all(sinks.map(async sink => ({ sink, outcome: await sendTo(sink, due, ports) })));
  const those = (wanted: 'taken' | 'held') => outcomes.filter(({ outcome }) => outcome === wanted).map(({ sink }) => sink);
  const refusals = outcomes.flatMap(({ outcome }) => typeof outcome === 'object' ? outcome.refusal : []);
  return { taken: those('taken'), held: those('held'), refusals };
}

/** The message as a sink gets it. */
export const asSent = ({ incident, diagnosis, isMuted }: DueMessage): Diagnosis =>
  withIncident(diagnosis, incident, isMuted ? null : incident.notice?.kind ?? null);

/** Notes which sinks have the message; what the others are due can be sent by any function from now on. */
export async function noteTaken({ incident }: DueMessage, taken: readonly Sink[], { store, now }: NotifierPorts): Promise<void> {
  const { id, notice, occurrences } = incident;
  if (notice === undefined) return;
  const time = now();
  await changeIncident(store, id, time, current =>
    current && noteSent(current, { number: notice.number, sent: taken, occurrences }, time));
}

/** A sink that is not there any more takes what it is due. */
async function sendTo(sink: Sink, due: DueMessage, ports: NotifierPorts): Promise<'taken' | 'held' | { readonly refusal: string }> {
  const isForPeople = ports.people.includes(sink);
  const send = ports.send[sink];
  if (send === undefined || due.isMuted && isForPeople) return 'taken';
  try {
    if (isForPeople && !await ports.takeTurn(sink)) return 'held';
    await send(asSent(due));
    return 'taken';
  } catch (error) {
    return { refusal: messageOf(error) };
  }
}
