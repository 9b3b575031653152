import type { Diagnosis, NotificationKind } from '../../diagnosis/model/diagnosis';
import type { Incident } from '../../incidents/incident';

/** The diagnosis of a stop as one of its incident. */
export const withIncident = (diagnosis: Diagnosis, incident: Incident, notification: NotificationKind | null): Diagnosis => ({
  ...diagnosis,
  summary: notification === 'rollout-at-risk' ? `${riskOf(incident)} ${diagnosis.summary}` : diagnosis.summary,
  occurrences: incident.occurrences,
  firstSeen: incident.firstSeen,
  lastSeen: incident.lastSeen,
  incident: {
    id: incident.id,
    status: incident.status,
    notification,
    repeated: notification !== null && (incident.notice?.uncertain.length ?? 0) > 0,
  },
});

const riskOf = ({ rollout }: Incident): string => rollout === undefined
  ? 'Rollout at risk.'
  : `Rollout at risk: ${rollout.failures} of ${rollout.threshold} failures before the deployment circuit breaker is triggered.`;

const NOT_READ = { source: 'account', because: 'the account was read for another stop of the same incident' };

/** What is known of an incident, with how this stop of it ended. */
export function asAnotherStopOf(known: Diagnosis, stop: Diagnosis): Diagnosis {
  const { taskArn, taskDefinitionArn, lastStatus, stopCode, stoppedReason, exitCode, containerReason } = stop;
  const own = { taskArn, taskDefinitionArn, lastStatus, stopCode, stoppedReason, exitCode, containerReason };
  return { ...known, ...own, gaps: [...known.gaps, NOT_READ] };
}
