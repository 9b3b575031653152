import type { Incident, Sink } from './incident';
import { leaseNotice, withNotice, withoutNotice } from './notice';
import type { Stop } from './stop';
import type { NotificationKind } from '../diagnosis/model/diagnosis';

/** What fails in a rollout is told after so long at the latest. */
const LONGEST_HOLD = 5 * 60_000;

/** The deployment circuit breaker is triggered by half of the desired tasks, within these limits. */
const FEWEST_FAILURES = 3;
const MOST_FAILURES = 200;

/**
 * How many failed tasks trigger the circuit breaker of a service.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export const breakerThreshold = (desiredCount: number | undefined): number =>
  Math.min(Math.max(Math.ceil((desiredCount ?? 0) / 2), FEWEST_FAILURES), MOST_FAILURES);

/** The incident whose message waits, because the deployment in progress might settle it. */
export function heldInRollout(
  incident: Incident, kind: NotificationKind, deployment: string, sinks: readonly Sink[], now: number,
): Incident {
  const rollout = { deployment, failures: 1, threshold: breakerThreshold(undefined) };
  return withNotice({ ...incident, rollout }, kind, sinks, now + LONGEST_HOLD);
}

/** Counts a failure of the rollout; the last one before the circuit breaker is triggered releases the message. */
export function countInRollout(incident: Incident, { key, rollout: deployment }: Stop, now: number): Incident {
  const { rollout, notice } = incident;
  if (rollout === undefined || deployment !== rollout.deployment) return incident;
  const counted = { ...incident, rollout: { ...rollout, failures: rollout.failures + 1 } };
  if (notice?.heldUntil === undefined || counted.rollout.failures < rollout.threshold - 1) return counted;
  const { heldUntil, ...released } = notice;
  return leaseNotice({ ...counted, notice: { ...released, kind: 'rollout-at-risk' } }, now, key);
}

/** The incident once the evidence says how many tasks the service wants. */
export const withDesiredCount = (incident: Incident, desiredCount: number | undefined): Incident => incident.rollout === undefined
  ? incident
  : { ...incident, rollout: { ...incident.rollout, threshold: breakerThreshold(desiredCount) } };

/**
 * The incident when a deployment is over: what waited for its end can be sent.
 *
 * A deployment that failed is told as one incident, which takes in those of its tasks.
 */
export function atEndOf(deployment: string, incident: Incident, partOf?: string): Incident {
  if (incident.rollout?.deployment !== deployment) return incident;
  if (partOf !== undefined) return partOf === incident.id ? incident : { ...withoutNotice(incident), partOf };
  if (incident.notice?.heldUntil === undefined) return incident;
  const { heldUntil, ...notice } = incident.notice;
  return { ...incident, notice };
}
