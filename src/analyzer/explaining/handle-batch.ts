import type { BatchPorts } from './batch-ports';
import { explainAll, type Explained, explainFully } from './explain-batch';
import { type Explanation, messageOf } from './explain-event';
import { apartFromSignals, failuresToHeed } from './heed-signals';
import { type BatchOutcome, type QueuedEvent, receiveCount } from './queued-event';
import { within } from './within';
import { ATTEMPTS } from '../protocol/attempts';
import { eventIn } from '../protocol/event-in';
import { TIME_LIMITS } from '../protocol/time-limits';

/**
 * Diagnoses each event of a batch, and reports those that could not be delivered.
 *
 * Nothing is delivered before everything is explained from its event: one that costs the function its life takes no neighbor with it
 * that was told already, and would be told again.
 */
export async function handleBatch(events: readonly QueuedEvent[], ports: BatchPorts): Promise<BatchOutcome> {
  const { signals, others } = apartFromSignals(withoutRepeats(events));
  const explanations = await explainAll(others, ports);
  const failures = await Promise.all([...explanations.map(explained => failureOf(explained, ports)), failuresToHeed(signals, ports)]);
  return { batchItemFailures: failures.flat() };
}

async function failureOf({ event, explanation }: Explained, ports: BatchPorts): Promise<BatchOutcome['batchItemFailures']> {
  try {
    if (explanation === undefined) throw new Error('the function had no time left after the other events of the batch');
    await tell(event, explanation, ports);
    return [];
  } catch (error) {
    const because = messageOf(error);
    ports.log(JSON.stringify({ undelivered: event.messageId, because }));
    const isOver = receiveCount(event) >= ATTEMPTS.ofFunction && await isSetAside(event, because, ports);
    return isOver ? [] : [{ itemIdentifier: event.messageId }];
  }
}

async function tell(event: QueuedEvent, explanation: Explanation, ports: BatchPorts): Promise<void> {
  const { body } = event;
  if ('unreadable' in explanation) {
    ports.log(JSON.stringify({ setAside: explanation.unreadable }));
    await within(TIME_LIMITS.settingAside, 'setting the event aside', ports.setAside(body, explanation.unreadable));
    return;
  }
  await within(TIME_LIMITS.delivery, 'the delivery', Promise.all(explanation.stops.map((stop, index) => ports.deliver(stop, {
    message: event.messageId,
    number: receiveCount(event),
    ...ports.collect !== undefined && { explainFully: () => explainFully(event, stop, index, ports) },
  }))));
}

/** After the last attempt the queue would set the event aside as well, but could not say why. */
async function isSetAside({ body, messageId }: QueuedEvent, because: string, ports: BatchPorts): Promise<boolean> {
  const reason = `not delivered in ${ATTEMPTS.ofFunction} attempts; the last error: ${because}`;
  try {
    await within(TIME_LIMITS.settingAside, 'setting the event aside', ports.setAside(body, reason));
    return true;
  } catch (error) {
    ports.log(JSON.stringify({ notSetAside: messageId, because: messageOf(error) }));
    return false;
  }
}

/** ECS delivers at least once: of events with the same id, the first. */
function withoutRepeats(events: readonly QueuedEvent[]): readonly QueuedEvent[] {
  const first = new Map<string, QueuedEvent>();
  for (const event of events) {
    const id = eventId(event);
    if (!first.has(id)) first.set(id, event);
  }
  return [...first.values()];
}

function eventId({ messageId, body }: QueuedEvent): string {
  try {
    const { id } = eventIn(JSON.parse(body));
    return typeof id === 'string' ? `event ${id}` : messageId;
  } catch {
    return messageId;
  }
}
