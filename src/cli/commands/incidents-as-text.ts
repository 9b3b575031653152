import type { KeptIncident } from '../live/read-incidents';

/** Incidents for a terminal, the one with the latest stop first. */
export function incidentsAsText(incidents: readonly KeptIncident[]): string {
  if (incidents.length === 0) return 'No incident had a stop in this time.';
  return incidents.map(({ id, status, occurrences, title, cause, firstSeen, lastSeen, secondLook }) => [
    `${status.toUpperCase()}  ${title}`,
    `  ${occurrences === 1 ? 'one stop' : `${occurrences} stops`}, the first at ${firstSeen}, the last at ${lastSeen}`,
    `  cause ${cause}, incident ${id}`,
    ...(secondLook?.clues ?? []).map(({ source, quote, says }) => `  found later: ${says} (${source}: ${quote})`),
  ].join('\n')).join('\n\n');
}
