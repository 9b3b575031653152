import { type CauseId, causeOf } from './catalogue';

/** The first clause of what the catalog says of a cause, as the rest of a sentence. */
export function inShort(cause: CauseId): string {
  const [clause] = causeOf(cause).summary.replace(/ ?\([^()]{0,200}\)/g, '').split(/[:;]|\.$/);
  return /^[A-Z][a-z ]/.test(clause) && !KEEPS_ITS_CAPITAL.test(clause) ? clause[0].toLowerCase() + clause.slice(1) : clause;
}

const KEEPS_ITS_CAPITAL = /^(?:Fargate|Cloud)/;
