/** So many messages go out at once, after a pause; AWS takes an email subscription of more than ten a second out of service. */
const MOST_AT_ONCE = 5;

const MINUTE = 60_000;

/** When a topic takes the next message, in milliseconds: each message occupies it for a while, and a few of them at once. */
export interface Turn {
  /** How long one message occupies the topic. */
  readonly length: number;
  /** Occupied until then at most, the topic takes one more message at once. */
  readonly latest: number;
  /** No topic can be occupied for longer than until then, unless by a clock that is ahead. */
  readonly longest: number;
}

/** The turn of one more message, where so many go out in a minute. */
export function turnAt(now: number, messagesPerMinute: number): Turn {
  const length = MINUTE / messagesPerMinute;
  const atOnce = Math.min(MOST_AT_ONCE, messagesPerMinute);
  return { length, latest: now + (atOnce - 1) * length, longest: now + 2 * atOnce * length };
}

/** Until when the topic is occupied with one more message; nothing when it has to wait. */
export function occupiedUntil(before: number | undefined, now: number, messagesPerMinute: number): number | undefined {
  const { length, latest, longest } = turnAt(now, messagesPerMinute);
  if (before === undefined || before < now || before > longest) return now + length;
  return before <= latest ? before + length : undefined;
}
