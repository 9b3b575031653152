import type { Severity } from '../causes/catalogue';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import type { Sink } from '../incidents/incident';
import type { IncidentStore } from '../incidents/incident-store';

/** What telling of stops takes from outside. */
export interface TellingPorts {
  readonly store: IncidentStore;
  /** In milliseconds. */
  readonly now: () => number;
  /** Whether people are told of stops of this severity. */
  readonly isReported: (severity: Severity) => boolean;
  /** Where people read. */
  readonly people: readonly Sink[];
  /** Writes the diagnosis of one stop to the log. */
  readonly log: (diagnosis: Diagnosis) => void;
  /** Puts the diagnosis of one stop on the event bus. */
  readonly putOnBus: (diagnosis: Diagnosis) => Promise<void>;
  /** Sends a message about an incident; rejected unless the sink took it. */
  readonly send: Readonly<Partial<Record<Sink, (diagnosis: Diagnosis) => Promise<void>>>>;
}
