import type { CauseId, Severity } from '../../causes/catalogue';
import type { Gap } from '../../evidence/model/gap';

/** How much the evidence proves: the message says so itself, it fits best, or it is one of several readings. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Words that were read, verbatim, and what they say. */
export interface QuotedClue {
  /** Where the words were read, such as `stoppedReason` or `container app`. */
  readonly source: string;
  readonly quote: string;
  readonly says: string;
}

export interface Alternative {
  readonly cause: CauseId;
  readonly confidence: Confidence;
  /** How to tell whether it was this one. */
  readonly toConfirm: string;
}

/** Something to do now. */
export interface Action {
  readonly title: string;
  /** Commands that are ready to paste into a shell; of a page of the console, its address. */
  readonly commands: readonly string[];
  /** The prop of `HardenedFargateService` that mends it for good. */
  readonly prop: string | null;
}

/** A guardrail that refuses templates in which this happens. */
export interface Prevention {
  readonly guardrail: string;
  /** Why the guardrail was overruled for this service, if it was. */
  readonly acknowledged: { readonly reason: string } | null;
}

/** Why a message about an incident is sent. */
export type NotificationKind = 'first' | 'rollout-at-risk' | 'reopened' | 'escalated' | 'summary' | 'resolved';

/** The incident that a stop belongs to: stops of one service that have the same cause and the same message. */
export interface IncidentReference {
  readonly id: string;
  /** Whether tasks still stop in this way. */
  readonly status: 'open' | 'resolved';
  /** Why people are told with this stop; null when it is only counted. */
  readonly notification: NotificationKind | null;
  /** Whether the same message might have been sent before, because the function that sent it did not come back. */
  readonly repeated: boolean;
}

/** Why a task stopped: the public contract, one JSON schema for the CLI, the notification, the event and the log line. */
export interface Diagnosis {
  readonly schemaVersion: '2';
  readonly cause: CauseId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The page of the cause in the documents of this project. */
  readonly documentation: string;
  readonly title: string;
  readonly summary: string;
  readonly cluster: string | null;
  readonly service: string | null;
  readonly taskArn: string | null;
  readonly taskDefinitionArn: string | null;
  readonly container: string | null;
  readonly lastStatus: string | null;
  readonly stopCode: string | null;
  readonly stoppedReason: string | null;
  readonly exitCode: number | null;
  readonly containerReason: string | null;
  readonly clues: readonly QuotedClue[];
  readonly alternatives: readonly Alternative[];
  readonly actions: readonly Action[];
  readonly prevention: readonly Prevention[];
  readonly gaps: readonly Gap[];
  /** Whether the same task, started again unchanged, may well succeed; null when nobody can tell, or when the stop was intended. */
  readonly retriable: boolean | null;
  /** The stops of the incident so far. */
  readonly occurrences: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Null where no incidents are kept, such as on the command line. */
  readonly incident: IncidentReference | null;
}
