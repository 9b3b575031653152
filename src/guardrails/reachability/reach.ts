import { isKnown, type Known, UNKNOWN, type Unknown } from '../../facts/model/fact';

/** Whether something can be reached: yes, nobody can tell, or no and why. */
export type Reach = true | Unknown | Unreachable;

export interface Unreachable {
  /** Continues a sentence that ends in "because": lower case, no full stop. */
  readonly because: string;
}

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

/** A condition as an answer, with the reason in case it does not hold. */
export function reachIf(condition: Known<boolean>, because: string): Reach {
  if (!isKnown(condition)) return UNKNOWN;
  return condition || { because };
}

/** Every step of a path must be open; the first that is certainly closed decides. */
export function throughAll(...steps: readonly Reach[]): Reach {
  return steps.find(isUnreachable) ?? (steps.includes(UNKNOWN) ? UNKNOWN : true);
}

/** One open path is enough; the last one's reason is given when all are closed. */
export function throughAny(paths: readonly Reach[], none: Unreachable): Reach {
  if (paths.includes(true)) return true;
  return paths.includes(UNKNOWN) ? UNKNOWN : paths.filter(isUnreachable).at(-1) ?? none;
}

/** Where it is not known which of two ways traffic takes, only what both agree on is known. */
export function whichever(one: Reach, other: Reach): Reach {
  if (one === true && other === true) return true;
  return isUnreachable(one) && isUnreachable(other) ? one : UNKNOWN;
}

export const isUnreachable = (reach: Reach): reach is Unreachable => typeof reach === 'object';
