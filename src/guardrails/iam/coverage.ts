import { mayCover, surelyCovers } from './arn-pattern';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every, some } from '../../facts/model/known';

/** The pattern that covers everything, and the principal that is everybody. */
export const EVERYTHING = '*';

/** The object of an action that has none: only `*` covers it. */
export const NO_ARN = 'no ARN';

/** Whether an action is among those that a statement names; IAM does not tell capitals from small letters in them. */
export const actionAmong = (patterns: Known<readonly string[]>, action: string): Known<boolean> =>
  isKnown(patterns) ? some(patterns.map(pattern => matches(pattern.toLowerCase(), action.toLowerCase()))) : UNKNOWN;

/** Whether a thing is among those that a statement names, by any of the ARNs that it may go by. */
export function covers(patterns: Known<readonly string[]>, arns: readonly string[]): Known<boolean> {
  if (!isKnown(patterns)) return UNKNOWN;
  const answers = arns.map(arn => some(patterns.map(pattern => matches(pattern, arn))));
  if (answers.length === 0) return patterns.length === 0 ? false : patterns.includes(EVERYTHING) || UNKNOWN;
  return answers.every(answer => answer === false) ? false : every(answers) === true || UNKNOWN;
}

function matches(pattern: string, name: string): Known<boolean> {
  if (name === NO_ARN && !pattern.includes('${?}')) return pattern === EVERYTHING;
  if (pattern === EVERYTHING) return true;
  return surelyCovers(pattern, name) || (mayCover(pattern, name) ? UNKNOWN : false);
}
