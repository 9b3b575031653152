import { ATTEMPTS } from './attempts';
import { eventIn } from './event-in';
import { explainEvent, type Explanation, type ExplanationPorts, messageOf, unexplained } from './explain-event';
import { TIME_LIMITS } from './time-limits';
import { within } from './within';
import type { Diagnosis } from '../diagnosis/model/diagnosis';

/** A message of the queue: an event as EventBridge delivered it. */
export interface QueuedEvent {
  readonly messageId: string;
  readonly body: string;
  readonly attributes?: { readonly ApproximateReceiveCount?: string };
}

/** Which messages the queue has to hand out again, in the form that Lambda reads. */
export interface BatchOutcome {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** What handling an event takes from outside; each promise that is rejected makes the queue hand the event out again. */
export interface BatchPorts extends ExplanationPorts {
  /** Explains an event where it can be stopped, whatever it costs; absent where nothing but this process is there. */
  readonly explainApart?: (body: string, seconds: number) => Promise<Explanation>;
  readonly deliver: (diagnosis: Diagnosis) => Promise<void>;
  /** Sets an event aside that nobody can read or deliver, however often it is handed out. */
  readonly setAside: (body: string, reason: string) => Promise<void>;
  readonly log: (line: string) => void;
}

/**
 * Diagnoses each event of a batch, and reports those that could not be delivered.
 *
 * Nothing is delivered before everything is explained: an event that costs the function its life takes no neighbor with it
 * that was told already, and would be told again.
 */
export async function handleBatch(events: readonly QueuedEvent[], ports: BatchPorts): Promise<BatchOutcome> {
  const explanations = await explainAll(withoutRepeats(events), ports);
  const failures = await Promise.all(explanations.map(explained => failureOf(explained, ports)));
  return { batchItemFailures: failures.flat() };
}

/** An event with what is to say of it, or nothing when there was no time left for it. */
interface Explained {
  readonly event: QueuedEvent;
  readonly explanation: Explanation | undefined;
}

/** What comes for the first time is explained together; what came before may be what the function died of, and is explained alone. */
async function explainAll(events: readonly QueuedEvent[], ports: BatchPorts): Promise<readonly Explained[]> {
  const end = performance.now() + TIME_LIMITS.explanations * 1_000;
  const again = events.filter(event => receiveCount(event) > 1);
  const first = events.filter(event => !again.includes(event));
  const together = await Promise.all(first.map(async event => ({ event, explanation: await explain(event, ports) })));
  const alone: Explained[] = [];
  for (const event of again) alone.push({ event, explanation: await explainAlone(event, ports, (end - performance.now()) / 1_000) });
  return [...together, ...alone];
}

const explain = ({ body }: QueuedEvent, ports: BatchPorts): Promise<Explanation> =>
  within(TIME_LIMITS.explanation, 'the diagnosis', explainEvent(body, ports)).catch(error => unexplained(body, messageOf(error)));

async function explainAlone(event: QueuedEvent, ports: BatchPorts, secondsLeft: number): Promise<Explanation | undefined> {
  const before = receiveCount(event) - 1;
  // After its last attempt an event is told or set aside, unless the function died of it even so.
  if (before >= ATTEMPTS.ofFunction) return unexplained(event.body, `the function was ended ${before} times while it had this event`);
  if (secondsLeft < TIME_LIMITS.shortestExplanation) return undefined;
  if (ports.explainApart === undefined) return explain(event, ports);
  try {
    return await ports.explainApart(event.body, Math.min(secondsLeft, TIME_LIMITS.explanation));
  } catch (error) {
    return unexplained(event.body, messageOf(error));
  }
}

async function failureOf({ event, explanation }: Explained, ports: BatchPorts): Promise<BatchOutcome['batchItemFailures']> {
  try {
    if (explanation === undefined) throw new Error('there was no time left for it beside the other events of its batch');
    await tell(event, explanation, ports);
    return [];
  } catch (error) {
    const because = messageOf(error);
    ports.log(JSON.stringify({ undelivered: event.messageId, because }));
    const isOver = receiveCount(event) >= ATTEMPTS.ofFunction && await isSetAside(event, because, ports);
    return isOver ? [] : [{ itemIdentifier: event.messageId }];
  }
}

async function tell({ body }: QueuedEvent, explanation: Explanation, ports: BatchPorts): Promise<void> {
  if ('unreadable' in explanation) {
    ports.log(JSON.stringify({ setAside: explanation.unreadable }));
    await within(TIME_LIMITS.settingAside, 'setting the event aside', ports.setAside(body, explanation.unreadable));
    return;
  }
  await within(TIME_LIMITS.delivery, 'the delivery', Promise.all(explanation.diagnoses.map(diagnosis => ports.deliver(diagnosis))));
}

/** After the last attempt the queue would set the event aside as well, but could not say why. */
async function isSetAside({ body, messageId }: QueuedEvent, because: string, ports: BatchPorts): Promise<boolean> {
  const reason = `not delivered in ${ATTEMPTS.ofFunction} attempts, the last of which failed with: ${because}`;
  try {
    await within(TIME_LIMITS.settingAside, 'setting the event aside', ports.setAside(body, reason));
    return true;
  } catch (error) {
    ports.log(JSON.stringify({ notSetAside: messageId, because: messageOf(error) }));
    return false;
  }
}

/** How often the queue has handed an event out, this time included. */
const receiveCount = ({ attributes }: QueuedEvent): number => Number(attributes?.ApproximateReceiveCount ?? 1);

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
