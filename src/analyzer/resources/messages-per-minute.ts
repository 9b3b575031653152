import { Token } from 'aws-cdk-lib';

const FEWEST = 1;
const MOST = 60;
const USUAL = 10;

/** How many messages a minute an analyzer sends to a topic. */
export function messagesPerMinute({ messagesPerMinute: chosen = USUAL }: { readonly messagesPerMinute?: number }): number {
  if (Token.isUnresolved(chosen) || Number.isInteger(chosen) && chosen >= FEWEST && chosen <= MOST) return chosen;
  throw new Error(
    `'messagesPerMinute' is ${chosen}, but it must be a whole number from ${FEWEST} to ${MOST}, because SNS disables an email `
      + 'subscription that receives more than ten messages per second; set it in this range',
  );
}
