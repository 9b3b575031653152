import type { Diagnosis, NotificationKind } from '../../diagnosis/model/diagnosis';
import { pagesOf } from '../../report/report';

/** What stands before the title of a message that is not the first. */
const HEADINGS: Readonly<Record<NotificationKind, string>> = {
  'first': '',
  'rollout-at-risk': 'Rollout at risk: ',
  'reopened': 'Again: ',
  'escalated': 'No running tasks: ',
  'summary': 'Still stopping: ',
  'resolved': 'Resolved: ',
};

/** The title of a message, by what is told of the incident. */
export const messageTitle = ({ title, incident }: Diagnosis): string => `${HEADINGS[incident?.notification ?? 'first']}${title}`;

/** What an email says of the incident before anything else; nothing for the first stop. */
export function incidentLead(diagnosis: Diagnosis): string {
  const { incident } = diagnosis;
  if (incident === null) return '';
  const repeated = incident.repeated ? ' This notification might be a duplicate: its first delivery was not confirmed.' : '';
  return `${LEADS[incident.notification ?? 'first'](spanOf(diagnosis))}${repeated}`.trim();
}

/** How many tasks stopped, and when. */
export const spanOf = ({ occurrences, firstSeen, lastSeen }: Diagnosis): string => occurrences === 1
  ? `One task stopped in this way, at ${timeOf(lastSeen)}.`
  : `${occurrences} tasks stopped in this way, the first at ${timeOf(firstSeen)}, the last at ${timeOf(lastSeen)}.`;

const timeOf = (time: string | null): string => time ?? 'an unknown time';

const LEADS: Readonly<Record<NotificationKind, (span: string) => string>> = {
  'first': () => '',
  'rollout-at-risk': span => `One more failure triggers the deployment circuit breaker. ${span}`,
  'reopened': span => `A task stopped in this way again after the incident was resolved. ${span}`,
  'escalated': span => `The service has no running tasks. ${span}`,
  'summary': span => span,
  'resolved': span => `No more tasks stop in this way. ${span}`,
};

/** Where an email ends: further pages of the console, the incident, and how to list what else is going on. */
export const incidentFooter = (diagnosis: Diagnosis): string =>
  [...pagesOf(diagnosis).slice(1).map(({ title, url }) => `${title}: ${url}`), ...incidentLines(diagnosis)].join('\n');

const incidentLines = ({ incident, cluster }: Diagnosis): readonly string[] => incident === null
  ? []
  : [`Incident ${incident.id}. List the incidents: hardened-fargate incidents --cluster ${cluster ?? '<cluster>'}`];
