import type { Incident } from './incident';
import { withoutNotice } from './notice';
import type { Diagnosis } from '../diagnosis/model/diagnosis';

/**
 * The incident as the evidence of the account shows it now; a second look is still to come.
 *
 * Nobody is told when its severity is not reported.
 */
export function withEvidence(incident: Incident, { cause, severity, title, container }: Diagnosis, isReported: boolean): Incident {
  const { secondLook, ...before } = incident;
  const shown: Incident = { ...before, cause, severity, title, container };
  if (!isReported) return { ...withoutNotice(shown), quiet: true };
  const { quiet, ...loud } = shown;
  return loud;
}
