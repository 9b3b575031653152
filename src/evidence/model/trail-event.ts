/** A call that changed something, as CloudTrail has it. */
export interface TrailEvent {
  readonly time: string;
  /** Such as `UpdateService`. */
  readonly event: string;
  /** Who called. */
  readonly by?: string;
  /** What of the stop the call names. */
  readonly names: string;
}

/** The deployment that the task belongs to, as ECS counts its failures. */
export interface Rollout {
  readonly status?: string;
  readonly reason?: string;
  readonly startedAt?: string;
  readonly failures?: number;
  /** The number of failures at which the circuit breaker stops the deployment. */
  readonly threshold?: number;
}
