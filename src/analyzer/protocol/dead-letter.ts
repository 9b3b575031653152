import { ATTEMPTS } from './attempts';

/** A dead letter, as far as it says who put it there. */
interface DeadLetter {
  readonly Attributes?: Readonly<Partial<Record<string, string>>>;
  readonly MessageAttributes?: Readonly<Record<string, unknown>>;
}

/** Why the queue moved a message to the dead letters by itself; nothing for a letter of somebody else, who gave a reason. */
export function reasonOfQueue({ Attributes = {}, MessageAttributes = {} }: DeadLetter): string | undefined {
  if (Attributes.DeadLetterQueueSourceArn === undefined || 'reason' in MessageAttributes) return undefined;
  const since = Attributes.SentTimestamp === undefined ? '' : `, first at ${new Date(Number(Attributes.SentTimestamp)).toISOString()}`;
  return `the function received the event ${ATTEMPTS.ofQueue} times${since}, and did not finish: `
    + 'it could not start, was stopped, or could not write to the dead-letter queue; its log of that time shows why';
}
