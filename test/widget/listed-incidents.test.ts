import { madeIncidents, NOW } from './made-incidents';
import type { IncidentStore } from '../../src/incidents/incident-store';
import { listIncidents } from '../../src/widget/page/listed-incidents';

const REQUEST = { asksForDocumentation: false, from: 0, until: NOW, isDark: false, aheadOfUtc: 0 };

/** A table of so many incidents, with what was asked of it. */
function tableOf(count: number, diagnosisOf: IncidentStore['diagnosisOf'] = () => Promise.resolve(undefined)) {
  const incidents = new Map(madeIncidents(count).map(({ incident }) => [incident.id, incident]));
  const asked: unknown[] = [];
  return {
    asked,
    list: (name: 'active' | 'over', bounds?: object) => {
      asked.push([name, bounds]);
      return Promise.resolve([...incidents.values()].filter(({ status }) => (status === 'open') === (name === 'active')).map(({ id }) => id));
    },
    read: (id: string) => Promise.resolve({ incident: incidents.get(id), revision: 1 }),
    diagnosisOf,
  };
}

test('open incidents come first, and in each the one with the latest stop', async () => {
  const { shown } = await listIncidents(tableOf(9), REQUEST, NOW);
  expect(shown.map(({ incident: { id, status } }) => `${id} ${status}`)).toEqual([
    ...[0, 1, 2, 3, 4, 5].map(index => `incident-${index} open`), ...[6, 7, 8].map(index => `incident-${index} resolved`),
  ]);
});

test('at most 200 are shown, and the others are counted', async () => {
  const { shown, more } = await listIncidents(tableOf(230), REQUEST, NOW);
  expect([shown.length, more]).toEqual([200, 30]);
});

test('the table is asked for no more than can be shown, and for none that was opened later', async () => {
  const table = tableOf(1);
  await listIncidents(table, REQUEST, NOW);
  expect(table.asked).toEqual([
    ['active', { most: 200, openedUntil: '2026-11-03T02:30:00.000Z' }], ['over', { most: 200, openedUntil: '2026-11-03T02:30:00.000Z' }],
  ]);
});

test.each(['', '{', '[]', '7', '{"cause":"of another version"}'])('a diagnosis that reads %j hides no incident', async json => {
  const { shown } = await listIncidents(tableOf(1, () => Promise.resolve(json)), REQUEST, NOW);
  expect(shown).toEqual([expect.objectContaining({ diagnosis: undefined })]);
});
