import type { BatchPorts } from './batch-ports';
import { explainEvent, type Explanation, messageOf, unexplained } from './explain-event';
import type { ExplainedStop } from './explained-stop';
import { type QueuedEvent, receiveCount } from './queued-event';
import { within } from './within';
import { ATTEMPTS } from '../protocol/attempts';
import { TIME_LIMITS } from '../protocol/time-limits';

/** An event with what is to say of it, or nothing when there was no time left for it. */
export interface Explained {
  readonly event: QueuedEvent;
  readonly explanation: Explanation | undefined;
}

/** What comes for the first time is explained together; what came before may be what the function died of, and is explained alone. */
export async function explainAll(events: readonly QueuedEvent[], ports: BatchPorts): Promise<readonly Explained[]> {
  const end = performance.now() + TIME_LIMITS.explanations * 1_000;
  const again = events.filter(event => receiveCount(event) > 1);
  const first = events.filter(event => !again.includes(event));
  const together = await Promise.all(first.map(async event => ({ event, explanation: await explain(event, ports) })));
  const alone: Explained[] = [];
  for (const event of again) alone.push({ event, explanation: await explainAlone(event, ports, (end - performance.now()) / 1_000) });
  return [...together, ...alone];
}

/** From the event alone: the account is read once it is known that nobody has done so. */
const explain = ({ body }: QueuedEvent, { read, diagnose }: BatchPorts): Promise<Explanation> =>
  within(TIME_LIMITS.explanation, 'the diagnosis', explainEvent(body, { read, diagnose }))
    .catch(error => unexplained(body, messageOf(error)));

async function explainAlone(event: QueuedEvent, ports: BatchPorts, secondsLeft: number): Promise<Explanation | undefined> {
  const before = receiveCount(event) - 1;
  // After its last attempt an event is told or set aside, unless the function died of it even so.
  if (before >= ATTEMPTS.ofFunction) return unexplained(event.body, `the function was stopped ${before} times while processing this event`);
  if (secondsLeft < TIME_LIMITS.shortestExplanation) return undefined;
  if (ports.explainApart === undefined) return explain(event, ports);
  try {
    return await ports.explainApart({ body: event.body, withAccount: false }, Math.min(secondsLeft, TIME_LIMITS.explanation));
  } catch (error) {
    return unexplained(event.body, messageOf(error));
  }
}

/** What takes too long, or finds other stops than the event has, costs what the account says. */
export async function explainFully(event: QueuedEvent, stop: ExplainedStop, index: number, ports: BatchPorts): Promise<ExplainedStop> {
  const { body } = event;
  const explained = receiveCount(event) > 1 && ports.explainApart !== undefined
    ? ports.explainApart({ body, withAccount: true }, TIME_LIMITS.explanation)
    : within(TIME_LIMITS.explanation, 'the diagnosis', explainEvent(body, ports));
  try {
    const explanation = await explained;
    return 'stops' in explanation ? explanation.stops[index] ?? stop : stop;
  } catch (error) {
    const { diagnosis } = stop;
    const gap = { source: 'account', because: `it was not read: ${messageOf(error)}` };
    return { ...stop, diagnosis: { ...diagnosis, gaps: [...diagnosis.gaps, gap] } };
  }
}
