import type { CauseId, Severity } from '../causes/catalogue';
import type { NotificationKind, QuotedClue } from '../diagnosis/model/diagnosis';
import type { Place } from '../evidence/model/place';

/** Whether tasks still stop in this way. */
export type IncidentStatus = 'open' | 'resolved';

/** Where messages go. */
export type Sink = 'topic' | 'bus' | 'chat';

/** A message that is not confirmed by every sink yet. */
export interface Notice {
  readonly kind: NotificationKind;
  /** Counts the messages of the incident, so that a late confirmation never touches the next message. */
  readonly number: number;
  /** The sinks that have not confirmed the message. */
  readonly due: readonly Sink[];
  /** Until when a function is sending it, in milliseconds; absent when none is. */
  readonly leasedUntil?: number;
  /** The stop with which it is sent, if any: its next attempt goes on with it. */
  readonly leasedBy?: string;
  /** The sinks that might have the message already, because the function that sent it did not come back. */
  readonly uncertain: readonly Sink[];
  /** Before this time the message is not sent, in milliseconds. */
  readonly heldUntil?: number;
}

/** What was found out about the stop some minutes later. */
export interface SecondLook {
  /** ISO 8601. */
  readonly at: string;
  /** What it adds to what was known. */
  readonly clues: readonly QuotedClue[];
}

/** The deployment during which the first of the stops came. */
export interface Rollout {
  readonly deployment: string;
  readonly failures: number;
  /** So many failed tasks trigger the deployment circuit breaker. */
  readonly threshold: number;
}

/** Stops of one service that have the same cause and the same message. */
export interface Incident extends Place {
  readonly id: string;
  readonly cluster: string | null;
  readonly service: string | null;
  readonly container: string | null;
  readonly cause: CauseId;
  readonly severity: Severity;
  readonly title: string;
  /** The newest revision of which a task stopped. */
  readonly taskDefinitionArn: string | null;
  readonly status: IncidentStatus;
  readonly occurrences: number;
  /** Times of stops, ISO 8601. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** The stop that opened it, and opened it again. */
  readonly openedAt: string;
  /** How often it was opened again. */
  readonly reopened: number;
  readonly resolvedAt?: string;
  /** Since when the service is steady, according to ECS. */
  readonly steadySince?: string;
  /** Whether all tasks of the service were gone, and that was told. */
  readonly escalated: boolean;
  /** The keys of the stops that were counted last, oldest first. */
  readonly recent: readonly string[];
  /** The last message that every sink has. */
  readonly told?: { readonly number: number; readonly at: number; readonly occurrences: number };
  readonly notice?: Notice;
  readonly rollout?: Rollout;
  /** The incident of the failed deployment that tells of this one. */
  readonly partOf?: string;
  /** No message is sent, because of its severity. */
  readonly quiet?: true;
  readonly secondLook?: SecondLook;
}

/** Whether people were told of it, and hear how it goes on. */
export const isToldOf = ({ told, partOf, quiet }: Incident): boolean => told !== undefined && partOf === undefined && !quiet;
