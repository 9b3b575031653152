import { incidentItem } from './incident-item';
import type { IncidentListing } from './listed-incidents';
import type { WidgetRequest } from './widget-request';
import { styleOf } from './widget-style';
import { dated, zoneName } from './zone-time';
import { html, type Html } from '../../report/html';

/** The incidents as a dashboard shows them; the diagnosis of the one that is open is unfolded, and of several none. */
export function incidentPage({ shown, more, openOutside }: IncidentListing, request: WidgetRequest): string {
  const { from, until } = request;
  const clock = { ahead: request.aheadOfUtc, now: until };
  const open = shown.filter(({ incident }) => incident.status === 'open').length;
  const span = `${dated(from, clock)} to ${dated(until, clock)} ${zoneName(clock)}`;
  return framed(request, html`<p class="hf-head"><strong>${countsOf(open, shown.length - open)}</strong><span>${span}</span></p>
${shown.map((listed, index) => incidentItem(listed, { isUnfolded: index === 0 && open === 1, clock }))}
${[
  ...more > 0 ? [html`<p class="hf-foot">${more} more incidents had stops in this time range. Select a shorter range to see all.</p>`] : [],
  ...openOutside > 0 ? [html`<p class="hf-foot">${openOutsideOf(openOutside)} Select a longer time range to see more.</p>`] : [],
]}`);
}

/** What a dashboard shows where the incidents cannot be read. */
export const failurePage = (because: string, request: WidgetRequest): string =>
  framed(request, html`<p class="hf-head"><strong>The incidents could not be read.</strong></p>
<p class="hf-quote"><bdi>${because}</bdi></p>`);

/** Without CloudWatch's own styles, so that a reader sees what was tested. */
const framed = ({ isDark }: WidgetRequest, content: Html): string =>
  html`<div class="cwdb-no-default-styles"></div>${styleOf(isDark)}<div class="hf">${content}</div>`.source;

function countsOf(open: number, over: number): string {
  if (open + over === 0) return 'No incident in this time range';
  return [...open > 0 ? [`${open} open`] : [], ...over > 0 ? [`${over} resolved`] : []].join(', ');
}

const openOutsideOf = (count: number): string =>
  `${count === 1 ? 'One more incident is' : `${count} more incidents are`} open, without a stop in this time range.`;
