import { isKnown, type Known, UNKNOWN, type Unknown } from '../../facts/model/fact';

/**
 * What is to be mended where a path is closed, so that each fault is reported by one rule.
 *
 * `path`: there is none, or a network ACL closes it; `endpoint`: an endpoint is there and refuses; `dns`: the VPC resolves no names;
 * `egress`: the security groups of the tasks keep them in; `address`: only tasks with a public address can go that way.
 */
export type Blame = 'path' | 'endpoint' | 'dns' | 'egress' | 'address';

/** A path that is certainly closed. */
export interface Closed {
  readonly blame: Blame;
  /** Continues a sentence that ends in "because": lower case, no full stop. */
  readonly because: string;
}

/** Whether one step of a path, or the path from one subnet, is open: yes, nobody can tell, or no and why. */
export type Step = true | Unknown | Closed;

/** A closed path, and from where. */
export interface Obstacle extends Closed {
  readonly from: readonly string[];
}

/** Whether tasks reach something from everywhere that they may be placed: yes, nobody can tell, or no and what is in the way. */
export type Reach = true | Unknown | readonly Obstacle[];

/** A condition as a step, with the reason in case it does not hold. */
export function openIf(condition: Known<boolean>, blame: Blame, because: string): Step {
  if (!isKnown(condition)) return UNKNOWN;
  return condition || { blame, because };
}

/** Every step of a path must be open; the first that is certainly closed decides. */
export function throughAll(...steps: readonly Step[]): Step {
  return steps.find(isClosed) ?? (steps.includes(UNKNOWN) ? UNKNOWN : true);
}

/** One open path is enough; of those that are closed, one that could be opened tells more than that there is none. */
export function throughAny(paths: readonly Step[], none: Closed): Step {
  if (paths.includes(true)) return true;
  return paths.includes(UNKNOWN) ? UNKNOWN : paths.filter(isClosed).find(({ because }) => because !== none.because) ?? none;
}

/** Where it is not known which of two ways traffic takes, only what both agree on is known. */
export function whichever(one: Step, other: Step): Step {
  if (one === true && other === true) return true;
  return isClosed(one) && isClosed(other) ? one : UNKNOWN;
}

/** The paths from several places together: one that is certainly closed decides, whatever is unknown of the others. */
export function fromEach<Place extends { readonly id: string }>(places: Known<readonly Place[]>, path: (place: Place) => Step): Reach {
  if (!isKnown(places)) return UNKNOWN;
  const steps = places.map((place): { readonly id: string; readonly step: Step } => ({ id: place.id, step: path(place) }));
  const closed = steps.flatMap(({ id, step }) => isClosed(step) ? [{ id, step }] : []);
  if (closed.length === 0) return steps.every(({ step }) => step === true) || UNKNOWN;
  const reasons = [...new Map(closed.map(({ step }) => [step.because, step])).values()];
  return reasons.map(reason => ({ ...reason, from: closed.filter(({ step }) => step.because === reason.because).map(({ id }) => id) }));
}

export const isClosed = (step: Step): step is Closed => typeof step === 'object';
