import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { countStop } from '../../src/incidents/count-stop';
import type { Incident } from '../../src/incidents/incident';
import type { ListedIncident } from '../../src/widget/page/listed-incidents';
import cases from '../diagnosis/data/field-cases.json';

/** Two in the night of the third of November 2026. */
export const NOW = Date.UTC(2026, 10, 3, 2, 30);

const minutesAgo = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

const SERVICES = ['checkout', 'invoices', 'search', 'images', 'mailer', 'reports'];

/** So many incidents of failures that people reported in public; so many of them are open, or two of three. */
export const madeIncidents = (count: number, open = Math.ceil(count * 2 / 3)): readonly ListedIncident[] =>
  Array.from({ length: count }, (_, index) => madeIncident(index, index < open));

function madeIncident(index: number, isOpen: boolean): ListedIncident {
  const { id, source, cause, alsoAcceptable, ...given } = cases[index % cases.length];
  const service = SERVICES[index % SERVICES.length];
  const evidence = { ...readEvidence(given)[0], region: 'eu-west-1', cluster: 'shop', service };
  const taskDefinitionArn = `arn:aws:ecs:eu-west-1:111122223333:task-definition/${service}:${index + 3}`;
  const diagnosis = { ...diagnose(evidence), taskDefinitionArn };
  const seen = minutesAgo(2 + index * 7);
  const first = countStop(undefined, { key: `task-${index}`, incident: `incident-${index}`, seen, diagnosis, sinks: ['topic'] }, NOW);
  return { incident: { ...first, ...historyOf(index, isOpen) }, diagnosis };
}

/** What became of an incident after its first stop. */
function historyOf(index: number, isOpen: boolean): Partial<Incident> {
  const occurrences = 1 + (index * 7 + 11) % 40;
  return {
    occurrences,
    firstSeen: minutesAgo(2 + index * 7 + (occurrences - 1) * 4),
    ...!isOpen && { status: 'resolved', resolvedAt: minutesAgo(1) },
    ...index === 0 && { escalated: true },
    ...index % 4 === 1 && { reopened: 1 },
  };
}
