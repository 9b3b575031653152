import type { ListedIncident } from './listed-incidents';
import { type Clock, inZone } from './zone-time';
import { shortName } from '../../aws/arn';
import { bounded } from '../../evidence/clean/clean-text';
import type { Incident } from '../../incidents/incident';
import { html, type Html } from '../../report/html';
import { renderHtml } from '../../report/render-html';

/** How an incident is listed. */
interface ItemOptions {
  /** Whether its diagnosis is shown at once. */
  readonly isUnfolded: boolean;
  readonly clock: Clock;
}

const LONGEST_GLANCE = 160;

/** One incident: what stops, how often, since when, and the words that say so; unfolded, why, and what to do. */
export function incidentItem({ incident, diagnosis }: ListedIncident, { isUnfolded, clock }: ItemOptions): Html {
  const { title, occurrences } = incident;
  const state = stateOf(incident);
  const opening = isUnfolded ? html`<details class="hf-incident" open>` : html`<details class="hf-incident">`;
  return html`${opening}<summary>
<span class="hf-state hf-${state}">${STATES[state]}</span>
<span class="hf-count">${occurrences === 1 ? '1 stop' : `${occurrences} stops`}, ${spanOf(incident, clock)}</span>
<span class="hf-title"><bdi>${title}</bdi></span>
<span class="hf-facts">${factsOf(incident).map(fact => html`<span>${fact}</span>`)}</span>
${(diagnosis?.clues ?? []).slice(0, 1).map(({ quote }) => glanceOf(quote))}
</summary><div class="hf-body">${diagnosis === undefined ? NOT_KNOWN : renderHtml(diagnosis)}</div></details>`;
}

const glanceOf = (quote: string): Html => html`<span class="hf-glance"><bdi>${bounded(quote, LONGEST_GLANCE)}</bdi></span>`;

const NOT_KNOWN = html`<p>The diagnosis is not in the table. The log of the stop analyzer contains each diagnosis as a line of JSON.</p>`;

const STATES = { open: 'Open', down: 'Open, no running tasks', over: 'Resolved' } as const;

function stateOf({ status, escalated }: Incident): keyof typeof STATES {
  if (status === 'resolved') return 'over';
  return escalated ? 'down' : 'open';
}

const spanOf = ({ occurrences, firstSeen, lastSeen }: Incident, clock: Clock): string =>
  occurrences === 1 ? `at ${inZone(lastSeen, clock)}` : `${inZone(firstSeen, clock)} to ${inZone(lastSeen, clock)}`;

function factsOf({ cause, taskDefinitionArn, reopened, quiet }: Incident): readonly string[] {
  return [
    cause,
    ...taskDefinitionArn === null ? [] : [shortName(taskDefinitionArn)],
    ...reopened === 0 ? [] : [reopened === 1 ? 'opened again' : `opened again ${reopened} times`],
    ...quiet ? ['muted'] : [],
  ];
}
