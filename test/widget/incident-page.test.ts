import { madeIncidents, NOW } from './made-incidents';
import type { Incident } from '../../src/incidents/incident';
import { incidentPage } from '../../src/widget/page/incident-page';
import type { ListedIncident } from '../../src/widget/page/listed-incidents';
import type { WidgetRequest } from '../../src/widget/page/widget-request';

const REQUEST: WidgetRequest = { asksForDocumentation: false, from: NOW - 3_600_000, until: NOW, isDark: false, aheadOfUtc: 0 };

const pageOf = (shown: readonly ListedIncident[], more: Partial<WidgetRequest> = {}): string =>
  incidentPage({ shown, more: 0, openOutside: 0 }, { ...REQUEST, ...more });

const [first] = madeIncidents(1);
const changed = (incident: Partial<Incident>): ListedIncident => ({ ...first, incident: { ...first.incident, ...incident } });

/** The text that a person reads of an incident while it is folded. */
const summaryOf = (page: string): string => (/<summary>(.*?)<\/summary>/s.exec(page)?.[1] ?? '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();

test('an incident is listed with its state, its stops, its cause and the words that say so', () => {
  expect(summaryOf(pageOf([changed({ firstSeen: '2026-11-02T23:59:00.000Z', reopened: 2 })])))
    .toMatch(/^Open, no running tasks 12 stops, 2026-11-02 23:59 to 02:28 checkout: .* init\/network\s?checkout:3\s?opened again 2 times ResourceInitializationError: /);
});

test('an incident that has tasks left is open', () => {
  expect(summaryOf(pageOf([changed({ escalated: false, status: 'open' })]))).toMatch(/^Open 12 stops, /);
});

test('one stop is no span of time', () => {
  expect(summaryOf(pageOf([changed({ occurrences: 1, escalated: false, status: 'resolved', quiet: true })]))).toMatch(/^Resolved 1 stop, at 02:28 .*muted/);
});

test('times are those of the clock of the dashboard', () => {
  const page = pageOf([first], { aheadOfUtc: 330 });
  expect(page).toContain('2026-11-03 07:00 to 2026-11-03 08:00 UTC+05:30');
  expect(summaryOf(page)).toContain('07:14 to 07:58');
  expect(pageOf([], { aheadOfUtc: -300 })).toContain('2026-11-02 20:30 to 2026-11-02 21:30 UTC−05:00');
});

test('the only open incident is unfolded, and of several none', () => {
  expect(pageOf(madeIncidents(3, 1)).match(/<details [^>]*open>/g)).toHaveLength(1);
  expect(pageOf(madeIncidents(3, 2))).not.toMatch(/<details [^>]*open>/);
});

test('what is not shown is counted', () => {
  const page = incidentPage({ shown: [first], more: 7, openOutside: 1 }, REQUEST);
  expect(page).toContain('7 more incidents had stops in this time range. Select a shorter range to see all.');
  expect(page).toContain('One more incident is open, without a stop in this time range. Select a longer time range to see more.');
});

test('an incident without a diagnosis says where it is', () => {
  expect(pageOf([{ incident: first.incident }])).toContain('The diagnosis is not in the table.');
});

test('the styles of CloudWatch are off, and the ground is that of the theme', () => {
  expect(pageOf([])).toMatch(/^<div class="cwdb-no-default-styles"><\/div><style>\n\.hf {[^}]*background: #ffffff/);
  expect(pageOf([], { isDark: true })).toMatch(/^<div class="cwdb-no-default-styles"><\/div><style>\n\.hf {[^}]*background: #161d26/);
});
