import type { NotifierPorts } from './notifier-ports';
import { asSent, type DueMessage, noteTaken, type Sent } from './send-notice';
import type { Sink } from '../../incidents/incident';
import { messageOf } from '../explaining/explain-event';

/** So many incidents stand in one digest; others wait for the next. */
const MOST_INCIDENTS = 50;

/** A message that waits, because too many went just now. */
export interface WaitingMessage extends Sent {
  readonly due: DueMessage;
}

/** Sends what waits in one message for each sink, and notes it for each incident; why a sink refused. */
export async function sendDigests(waiting: readonly WaitingMessage[], ports: NotifierPorts): Promise<readonly string[]> {
  const digests = await Promise.all(ports.people.map(sink => sendDigest(sink, waiting, ports)));
  const failures = digests.flatMap(({ refusal }) => refusal ?? []);
  for (const { due, taken } of waiting) {
    const sinks = digests.filter(({ told }) => told.includes(due)).map(({ sink }) => sink);
    await noteTaken(due, [...taken, ...sinks], ports).catch(error => failures.push(messageOf(error)));
  }
  return failures;
}

interface Digested {
  readonly sink: Sink;
  readonly told: readonly DueMessage[];
  readonly refusal?: string;
}

async function sendDigest(sink: Sink, waiting: readonly WaitingMessage[], ports: NotifierPorts): Promise<Digested> {
  const told = waiting.filter(({ held }) => held.includes(sink)).map(({ due }) => due).slice(0, MOST_INCIDENTS);
  try {
    const [first, ...others] = told.map(asSent);
    if (others.length > 0) await ports.sendDigest(sink, [first, ...others]);
    else if (first !== undefined) await ports.send[sink]?.(first);
    return { sink, told };
  } catch (error) {
    return { sink, told: [], refusal: messageOf(error) };
  }
}
