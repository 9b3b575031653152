import type { Severity } from '../../causes/catalogue';
import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { Place } from '../../evidence/model/place';
import type { Incident, Sink } from '../../incidents/incident';
import type { IncidentStore } from '../../incidents/incident-store';
import type { SecondLook } from '../protocol/second-look';

/** Reads what AWS has some minutes after a stop only. */
export interface SecondLookPort {
  /** Has the stop come back, with what is known of it, in some minutes; never rejected. */
  readonly request: (look: Omit<SecondLook, 'kind'>) => Promise<void>;
  /** What is to say of the stop with what the account has now. */
  readonly explain: (evidence: unknown) => Promise<Diagnosis | undefined>;
}

/** What notifications of stops need from outside. */
export interface NotifierPorts {
  readonly store: IncidentStore;
  /** In milliseconds. */
  readonly now: () => number;
  /** Whether people are told of stops of this severity. */
  readonly isReported: (severity: Severity) => boolean;
  /** Whether people are told nothing of this incident, because somebody muted it; never rejected. */
  readonly isMuted: (incident: string, diagnosis: Diagnosis, place: Place) => Promise<boolean>;
  /** Looks at services anew, and whether one has no task left; absent where the account is not read. */
  readonly lookAtServices?: () => (incident: Incident) => Promise<boolean>;
  /** Looks at a stop again later; absent where nothing is read that AWS has only then. */
  readonly secondLook?: SecondLookPort;
  /** Where people read. */
  readonly people: readonly Sink[];
  /** So many messages a minute are sent to a topic; as many as there are without it. */
  readonly messagesPerMinute?: number;
  /** Whether people can be sent one more message there now, or too many went just now. */
  readonly takeTurn: (sink: Sink) => Promise<boolean>;
  /** Sends several messages about incidents in one; rejected unless the sink took it. */
  readonly sendDigest: (sink: Sink, messages: readonly Diagnosis[]) => Promise<void>;
  /** Writes the diagnosis of one stop to the log. */
  readonly log: (diagnosis: Diagnosis) => void;
  /** Puts the diagnosis of one stop on the event bus. */
  readonly putOnBus: (diagnosis: Diagnosis) => Promise<void>;
  /** Sends a message about an incident; rejected unless the sink took it. */
  readonly send: Readonly<Partial<Record<Sink, (diagnosis: Diagnosis) => Promise<void>>>>;
}
