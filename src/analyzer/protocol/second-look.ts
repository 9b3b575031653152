import { fieldsOf } from './event-in';

/** How the message is marked with which the analyzer has a stop come back. */
export const SECOND_LOOK = { 'source': 'hardened-fargate.second-look', 'detail-type': 'Second Look' } as const;

/** A stop whose account is to be looked at again. */
export interface SecondLook {
  readonly kind: 'second-look';
  /** The id of its incident. */
  readonly incident: string;
  /** What was known of it in the first look, redacted. */
  readonly evidence: unknown;
}

/** SQS takes 1 MiB, where it took 256 KiB for long; evidence is seldom a tenth of that. */
const MOST_BYTES = 256 * 1024;

/** The message as text; undefined when it is too large for a queue. */
export function secondLookMessage({ incident, evidence }: Omit<SecondLook, 'kind'>): string | undefined {
  const message = JSON.stringify({ ...SECOND_LOOK, detail: { incident, evidence } });
  return Buffer.byteLength(message) > MOST_BYTES ? undefined : message;
}

/** What such a message asks for; undefined when it is not whole. */
export function secondLookIn({ detail }: Readonly<Record<string, unknown>>): SecondLook | undefined {
  const { incident, evidence } = fieldsOf(detail);
  return typeof incident === 'string' ? { kind: 'second-look', incident, evidence } : undefined;
}

/**
 * In how many seconds the message comes back.
 *
 * CloudTrail has an event after five minutes on average, and the metric of a minute is there after some more; SQS delays for 15 minutes
 * at most. Incidents that began together come back one after the other, because CloudTrail answers two look-ups a second.
 */
export const secondsUntilSecondLook = (random: number): number => 600 + Math.floor(random * 300);
