import { logSearch } from '../../../src/diagnosis/advice/log-search';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { isPage } from '../../../src/diagnosis/model/action';
import type { Evidence } from '../../../src/evidence/model/evidence';
import { evidenceOf } from '../evidence-of';

const known = evidenceOf({
  region: 'eu-west-1', cluster: 'shop', service: 'checkout', task: { containers: [{ name: 'app', exitCode: 1 }], stoppedAt: '2026-11-03T02:10:29Z' },
});

const stopped = (given: object = {}): Evidence =>
  ({ ...known, taskDefinition: { containers: [{ name: 'app', essential: true, ports: [], logGroup: '/ecs/[shop]', ...given }] } });

test('errors around the stop are searched for in the log of the container, by a query that is ready to run', () => {
  const [{ title, commands }] = logSearch(stopped());
  expect(title).toBe('Search the log for errors around the stop.');
  expect(commands).toEqual([expect.stringMatching(new RegExp([
    String.raw`^https://eu-west-1\.console\.aws\.amazon\.com/cloudwatch/home\?region=eu-west-1#logsV2:logs-insights\$3FqueryDetail\$3D~\(`,
    String.raw`end~'2026-11-03T02\*3a15\*3a29\.000Z~start~'2026-11-03T01\*3a55\*3a29\.000Z~timeType~'ABSOLUTE~tz~'UTC`,
    String.raw`~editorString~'fields\*20\*40timestamp\*2c\*20\*40logStream[^~'()]*~source~\(~'\*2fecs\*2f\*5bshop\*5d\)\)$`,
  ].join('')))]);
});

test('the page of the stop comes before the search', () => {
  const pages = diagnose(stopped()).actions.filter(isPage);
  expect(pages.map(({ title }) => title)).toEqual([expect.not.stringContaining('Search'), 'Search the log for errors around the stop.']);
});

test.each<[string, Evidence]>([
  ['the log is not known', known],
  ['the log is in another Region', stopped({ logRegion: 'us-east-1' })],
  ['the time of the stop is not known', { ...stopped(), task: { ...known.task, stoppedAt: undefined }, time: undefined }],
  ['the Region has no console that is known', { ...stopped({ logRegion: 'us-iso-east-1' }), region: 'us-iso-east-1' }],
])('nothing is searched for where %s', (_, evidence) => expect(logSearch(evidence)).toEqual([]));
