import { eventIn } from './event-in';

/**
 * How the canary is marked: an event that takes the way of every stop, and tells nobody of itself.
 *
 * Its source is its own, because PutEvents takes none that begins with `aws.`.
 */
export const CANARY_EVENT = { source: 'hardened-fargate.canary', detailType: 'Stop Analyzer Canary' } as const;

/** What the schedule has the function put on the event bus. */
const DUE = 'Stop Analyzer Canary Due';

/** What the schedule puts into the queue. */
export const CANARY_DUE = { 'source': CANARY_EVENT.source, 'detail-type': DUE } as const;

/** Where a message of the queue is on the way of the canary; undefined for the message of a stop. */
export function canaryStep(body: string): 'due' | 'arrived' | undefined {
  // Most messages are not of the canary, and are read once more later.
  if (!body.includes(CANARY_EVENT.source)) return undefined;
  const { source, 'detail-type': detailType } = parsed(body);
  if (source !== CANARY_EVENT.source) return undefined;
  return detailType === DUE ? 'due' : 'arrived';
}

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    return eventIn(JSON.parse(body));
  } catch {
    return {};
  }
}
