import { readRequest } from '../../src/widget/page/widget-request';

const NOW = Date.UTC(2026, 10, 3, 2, 30);
const context = (widgetContext: object) => readRequest({ widgetContext }, NOW);

test('the time range, the theme and the clock are those of the dashboard', () => {
  expect(context({ timeRange: { mode: 'relative', start: 1, end: 9 }, theme: 'dark', timezone: { label: 'Local', offsetISO: '-05:30' } }))
    .toMatchObject({ from: 1, until: 9, isDark: true, aheadOfUtc: -330 });
  expect(context({ theme: 'light', timezone: { label: 'UTC', offsetISO: '+00:00' } })).toMatchObject({ isDark: false, aheadOfUtc: 0 });
});

test('the part of the time range that somebody zoomed into comes first', () => {
  expect(context({ timeRange: { start: 1, end: 9, zoom: { start: 3, end: 4 } } })).toMatchObject({ from: 3, until: 4 });
});

test('without a time range it is the last three hours', () => {
  expect(readRequest({}, NOW)).toMatchObject({ from: NOW - 10_800_000, until: NOW });
});

test('cluster and service are parameters of the widget', () => {
  expect(readRequest({ cluster: 'shop', service: 'web', other: 1 }, NOW)).toMatchObject({ cluster: 'shop', service: 'web' });
  expect(readRequest({ cluster: '', service: 7 }, NOW)).toMatchObject({ cluster: undefined, service: undefined });
});

test.each([[{ describe: true }, true], [{ describe: {} }, true], [{ describe: false }, false], [{}, false], [undefined, false]])('%j asks for documentation: %s', (event, asks) => {
  expect(readRequest(event, NOW).asksForDocumentation).toBe(asks);
});
