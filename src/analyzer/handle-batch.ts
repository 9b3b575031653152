import { barelyRead } from './barely-read';
import { eventIn } from './event-in';
import { lastResort } from './last-resort';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import { redact } from '../evidence/clean/redact';
import type { Evidence } from '../evidence/model/evidence';
import { UnreadableEvidence } from '../evidence/read/unreadable-evidence';

/** A message of the queue: an event as EventBridge delivered it. */
export interface QueuedEvent {
  readonly messageId: string;
  readonly body: string;
}

/** Which messages the queue has to hand out again, in the form that Lambda reads. */
export interface BatchOutcome {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** What handling an event takes from outside; each promise that is rejected makes the queue hand the event out again. */
export interface BatchPorts {
  readonly read: (event: unknown) => readonly Evidence[];
  /** Reads an event with what the account says of it; absent where nothing is read. */
  readonly collect?: (event: unknown) => Promise<readonly Evidence[]>;
  readonly diagnose: (evidence: Evidence) => Diagnosis;
  readonly deliver: (diagnosis: Diagnosis) => Promise<void>;
  /** Sets an event aside that nobody can read, however often it is handed out. */
  readonly setAside: (body: string, reason: string) => Promise<void>;
  readonly log: (line: string) => void;
}

/** Diagnoses each event of a batch and reports those that could not be delivered. */
export async function handleBatch(events: readonly QueuedEvent[], ports: BatchPorts): Promise<BatchOutcome> {
  const failures = await Promise.all(withoutRepeats(events).map(event => failureOf(event, ports)));
  return { batchItemFailures: failures.flat() };
}

async function failureOf({ messageId, body }: QueuedEvent, ports: BatchPorts): Promise<BatchOutcome['batchItemFailures']> {
  try {
    await handle(body, ports);
    return [];
  } catch (error) {
    ports.log(JSON.stringify({ undelivered: messageId, because: messageOf(error) }));
    return [{ itemIdentifier: messageId }];
  }
}

async function handle(body: string, ports: BatchPorts): Promise<void> {
  const stops = read(body, ports);
  if (typeof stops === 'string') {
    ports.log(JSON.stringify({ setAside: stops }));
    await ports.setAside(body, stops);
    return;
  }
  const evidence = await withAccount(body, stops, ports);
  await Promise.all(evidence.map(stop => ports.deliver(diagnoseAnyway(stop, ports))));
}

/** A fault in reading the account costs what it says, never the stop. */
async function withAccount(body: string, stops: readonly Evidence[], { collect }: BatchPorts): Promise<readonly Evidence[]> {
  if (collect === undefined) return stops;
  try {
    return await collect(JSON.parse(body));
  } catch (error) {
    const gap = { source: 'account', because: `it could not be read: ${messageOf(error)}` };
    return stops.map(stop => ({ ...stop, gaps: [...stop.gaps, gap] }));
  }
}

/** The evidence in an event, or the reason why there is none. */
function read(body: string, ports: BatchPorts): readonly Evidence[] | string {
  let event: unknown;
  try {
    event = JSON.parse(body);
    return ports.read(event);
  } catch (error) {
    // The input's fault is set aside with its reason; a fault of our own must not cost the event.
    if (error instanceof SyntaxError) return NOT_JSON;
    if (error instanceof UnreadableEvidence) return messageOf(error);
    return [barelyRead(event, messageOf(error))];
  }
}

function diagnoseAnyway(evidence: Evidence, { diagnose }: BatchPorts): Diagnosis {
  try {
    return diagnose(evidence);
  } catch (error) {
    return lastResort(evidence, messageOf(error));
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

/** The words of JSON.parse quote a few letters, too few to tell whether they are of a secret. */
const NOT_JSON = 'the message is not JSON';

/** Errors quote what they stumbled over. */
const messageOf = (error: unknown): string => redact(error instanceof Error ? error.message : String(error));
