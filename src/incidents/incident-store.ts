import type { Incident, Sink } from './incident';

/** A stop that one function handles now, and what is done of it already. */
export interface ClaimedStop {
  readonly key: string;
  /** The incident it was given to first; a later version of its event does not move it. */
  readonly incident: string;
  /** Where its diagnosis was written to by an attempt before this one. */
  readonly noted: readonly string[];
}

/** Whether a stop is this function's to handle. */
export type Claim = ClaimedStop | 'done' | 'busy';

/** An incident as it was read; a write succeeds only if nobody wrote it since. */
export interface StoredIncident {
  readonly incident: Incident | undefined;
  readonly revision: number;
}

/** A deployment, as far as its events have come in. */
export interface RolloutState {
  readonly isInProgress: boolean;
  /** The incident of the deployment, when it failed. */
  readonly partOf?: string;
}

/** The incidents that go on or wait to be told of, and all others. */
export type IncidentList = 'active' | 'over';

/** How much of a list is asked for; all of it where nothing is said. */
export interface ListBounds {
  readonly most: number;
  /** Only those that were opened until then, ISO 8601. */
  readonly openedUntil: string;
}

/** The list that an incident belongs to. */
export const listOf = ({ status, notice }: Incident): IncidentList => status === 'open' || notice !== undefined ? 'active' : 'over';

/** Keeps incidents where several functions write at once; each change of one item is all or nothing, and nothing else is promised. */
export interface IncidentStore {
  /** The stop; or that it is done, or that another message about it is handled now. The same message takes its stop up again. */
  readonly claimStop: (stop: { readonly key: string; readonly incident: string; readonly message: string }, now: number) => Promise<Claim>;
  /** Notes where the diagnosis of the stop was written to, and gives the stop back unless it is done. */
  readonly noteStop: (stop: ClaimedStop, noted: readonly string[], isDone: boolean) => Promise<void>;
  readonly isCounted: (key: string) => Promise<boolean>;
  readonly markCounted: (key: string) => Promise<void>;
  readonly read: (id: string, now: number) => Promise<StoredIncident>;
  /** Whether the incident was written: not when somebody wrote it since it was read. */
  readonly write: (incident: Incident, revision: number, now: number) => Promise<boolean>;
  /** The ids of incidents, the latest first; what was written just now may be missing. */
  readonly list: (name: IncidentList, bounds?: ListBounds) => Promise<readonly string[]>;
  /** Whether a topic takes one more message now, where it takes so many in a minute. */
  readonly takeTurn: (sink: Sink, messagesPerMinute: number, now: number) => Promise<boolean>;
  readonly saveDiagnosis: (id: string, json: string, now: number) => Promise<void>;
  readonly diagnosisOf: (id: string) => Promise<string | undefined>;
  readonly beginRollout: (deployment: string, now: number) => Promise<void>;
  readonly endRollout: (deployment: string, partOf: string | undefined, now: number) => Promise<void>;
  readonly rolloutOf: (deployment: string) => Promise<RolloutState>;
}
