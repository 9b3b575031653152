import type { Sink } from './incident';
import type { Diagnosis } from '../diagnosis/model/diagnosis';
import type { Place } from '../evidence/model/place';

/** One stop, as it is counted. */
export interface Stop extends Place {
  /** The same in every event of this stop. */
  readonly key: string;
  /** The id of the incident that it belongs to. */
  readonly incident: string;
  /** When it was reported, ISO 8601. */
  readonly seen: string;
  readonly diagnosis: Diagnosis;
  /** Where messages about it go. */
  readonly sinks: readonly Sink[];
  /** The deployment that started the task, while it is in progress. */
  readonly rollout?: string;
  /** The incident of the deployment that started the task, once it failed. */
  readonly partOf?: string;
}
