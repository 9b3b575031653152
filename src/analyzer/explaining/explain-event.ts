import { type ExplainedStop, explainedStop } from './explained-stop';
import { identifiersOf } from './identifiers-of';
import { lastResort } from './last-resort';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import { redact } from '../../evidence/clean/redact';
import type { Evidence } from '../../evidence/model/evidence';
import { UnreadableEvidence } from '../../evidence/read/unreadable-evidence';
import { eventIn } from '../protocol/event-in';

/** What finding out why a task stopped takes from outside. */
export interface ExplanationPorts {
  readonly read: (event: unknown) => readonly Evidence[];
  /** Reads an event with what the account says of it; absent where nothing is read. */
  readonly collect?: (event: unknown) => Promise<readonly Evidence[]>;
  readonly diagnose: (evidence: Evidence) => Diagnosis;
}

/** The stops of an event, if any; or why it is to be set aside, because nobody can ever read it. */
export type Explanation = { readonly stops: readonly ExplainedStop[] } | { readonly unreadable: string };

/** Says why the tasks of an event stopped. A fault of ours costs what it says, never the stop. */
export async function explainEvent(body: string, ports: ExplanationPorts): Promise<Explanation> {
  const stops = read(body, ports);
  if (typeof stops === 'string') return { unreadable: stops };
  const evidence = await withAccount(body, stops, ports);
  return { stops: evidence.map(stop => explainedStop(stop, diagnoseAnyway(stop, ports))) };
}

/** What is left to say of an event whose explanation came to nothing, such as for want of time. */
export function unexplained(body: string, because: string): Explanation {
  try {
    const event: unknown = JSON.parse(body);
    if (!isEvent(event)) return { unreadable: NOT_AN_EVENT };
    const evidence = identifiersOf(event, because);
    return { stops: [explainedStop(evidence, lastResort(evidence, because))] };
  } catch {
    return { unreadable: NOT_JSON };
  }
}

const isEvent = (message: unknown): boolean => typeof eventIn(message)['detail-type'] === 'string';

/** A fault in reading the account costs what it says, never the stop. */
async function withAccount(body: string, stops: readonly Evidence[], { collect }: ExplanationPorts): Promise<readonly Evidence[]> {
  if (collect === undefined || stops.length === 0) return stops;
  try {
    return await collect(JSON.parse(body));
  } catch (error) {
    const gap = { source: 'account', because: `it could not be read: ${messageOf(error)}` };
    return stops.map(stop => ({ ...stop, gaps: [...stop.gaps, gap] }));
  }
}

/** The evidence in an event, or the reason why there is none. */
function read(body: string, ports: ExplanationPorts): readonly Evidence[] | string {
  let event: unknown;
  try {
    event = JSON.parse(body);
    const stops = ports.read(event);
    // An event may well tell of no stop, such as that a task runs; anything else that tells of none is no event.
    return stops.length === 0 && !isEvent(event) ? NOT_AN_EVENT : stops;
  } catch (error) {
    // The input's fault is set aside with its reason; a fault of our own must not cost the event.
    if (error instanceof SyntaxError) return NOT_JSON;
    if (error instanceof UnreadableEvidence) return messageOf(error);
    return [identifiersOf(event, messageOf(error))];
  }
}

function diagnoseAnyway(evidence: Evidence, { diagnose }: ExplanationPorts): Diagnosis {
  try {
    return diagnose(evidence);
  } catch (error) {
    return lastResort(evidence, messageOf(error));
  }
}

/** The words of JSON.parse quote a few letters, too few to tell whether they are of a secret. */
const NOT_JSON = 'the message is not JSON';
const NOT_AN_EVENT = 'the message is not an EventBridge event and contains no stop';

/** Errors quote what they stumbled over. */
export const messageOf = (error: unknown): string => redact(error instanceof Error ? error.message : String(error));
