import type { Diagnosis } from '../../diagnosis/model/diagnosis';
import type { Evidence } from '../../evidence/model/evidence';
import { incidentId } from '../../incidents/incident-id';
import { stopKey } from '../../incidents/stop-key';

/** A stop with its diagnosis, and what tells it from others; plain data, which passes from one thread to another. */
export interface ExplainedStop {
  readonly diagnosis: Diagnosis;
  /** What the diagnosis rests on, redacted. */
  readonly evidence: Evidence;
  /** The same in every event of this stop. */
  readonly key: string;
  /** The id of the incident that it belongs to, as far as the event alone says. */
  readonly incident: string;
  readonly seen?: string;
  /** The deployment that started the task, or that failed. */
  readonly deployment?: string;
  readonly isFailedDeployment: boolean;
  readonly desiredCount?: number;
}

const BY_A_DEPLOYMENT = 'ecs-svc/';

/** A stop as it is told. */
export function explainedStop(evidence: Evidence, diagnosis: Diagnosis): ExplainedStop {
  const { time, task, change, serviceSettings } = evidence;
  const startedBy = task.startedBy?.startsWith(BY_A_DEPLOYMENT) ? task.startedBy : undefined;
  return {
    diagnosis,
    evidence,
    key: stopKey(evidence),
    incident: incidentId(evidence, diagnosis),
    seen: time,
    deployment: change?.deploymentId ?? startedBy,
    isFailedDeployment: change?.eventName === 'SERVICE_DEPLOYMENT_FAILED',
    desiredCount: serviceSettings?.desiredCount,
  };
}
