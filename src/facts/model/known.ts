import { isKnown, type Known, UNKNOWN } from './fact';

/** Every condition must hold; one that certainly does not decides, whatever else is unknown. */
export function every(conditions: readonly Known<boolean>[]): Known<boolean> {
  if (conditions.includes(false)) return false;
  return conditions.includes(UNKNOWN) ? UNKNOWN : true;
}

/** One condition must hold; one that certainly does decides, whatever else is unknown. */
export function some(conditions: readonly Known<boolean>[]): Known<boolean> {
  if (conditions.includes(true)) return true;
  return conditions.includes(UNKNOWN) ? UNKNOWN : false;
}

/** The opposite of what is known; of what is unknown, it is unknown too. */
export const not = (condition: Known<boolean>): Known<boolean> => isKnown(condition) ? !condition : UNKNOWN;
