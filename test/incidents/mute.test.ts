import { isMutedBy, muteIn, muteInTag } from '../../src/incidents/mute';
import { aDiagnosis } from '../diagnosis/a-diagnosis';

const NOON = Date.parse('2026-11-27T12:00:00Z');
const DIAGNOSIS = aDiagnosis({
  cause: 'exit/application-error',
  service: 'web',
  container: 'app',
  stoppedReason: 'Essential container in task exited',
  clues: [{ source: 'log', quote: 'Error: connect ECONNREFUSED 10.0.3.17:5432', says: 'a service was not reached' }],
});

const mute = (fields: object) => muteIn(JSON.stringify({ until: '2026-11-27T13:00:00Z', why: 'known', ...fields }));
const isMuted = (fields: object, now = NOON) => isMutedBy(mute(fields), 'incident-1', DIAGNOSIS, now);

test.each([
  [{ incident: 'incident-1' }], [{ cause: 'exit/application-error' }], [{ service: 'web' }], [{ container: 'app' }], [{ service: 'web', container: 'app' }],
  [{ log: 'ECONNREFUSED' }], [{ log: 'econnrefused *:5432' }], [{ log: 'essential container' }],
])('%j mutes the incident', fields => {
  expect(isMuted(fields)).toBe(true);
});

test.each([
  [{ incident: 'incident-2' }], [{ cause: 'app/bad-config' }], [{ service: 'api' }], [{ container: 'proxy' }], [{ service: 'web', container: 'proxy' }],
  [{ log: 'ETIMEDOUT' }], [{ log: ':5432*ECONNREFUSED' }], [{ service: 'web', log: 'ETIMEDOUT' }],
])('%j does not', fields => {
  expect(isMuted(fields)).toBe(false);
});

test('a mute ends by itself, in whatever zone its end is written', () => {
  expect(isMuted({ service: 'web' }, Date.parse('2026-11-27T13:00:00Z'))).toBe(false);
  expect(isMuted({ service: 'web', until: '2026-11-27T14:00:00+02:00' })).toBe(false);
  expect(isMuted({ service: 'web', until: '2026-11-27T14:01:00+02:00' })).toBe(true);
});

test.each([
  ['', 'it is not JSON'],
  ['[]', 'it is not a JSON object'],
  ['null', 'it is not a JSON object'],
  ['{"servce":"web","until":"2026-11-27T13:00:00Z","why":"known"}', '\'servce\' is not a field of a mute; the fields are incident, cause, service, container, log, until, why'],
  ['{"until":"2026-11-27T13:00:00Z","why":"known"}', 'a mute must have at least one of incident, cause, service, container, log'],
  ['{"service":"","until":"2026-11-27T13:00:00Z","why":"known"}', '\'service\' must be a non-empty string'],
  ['{"service":["web"],"until":"2026-11-27T13:00:00Z","why":"known"}', '\'service\' must be a non-empty string'],
  ['{"service":"web","until":"2026-11-27T13:00:00Z"}', '\'why\' is missing'],
  ['{"service":"web","why":"known"}', '\'until\' must be a time such as 2026-12-01T08:00:00Z'],
  ['{"service":"web","until":"2026-11-27T13:00:00","why":"known"}', '\'until\' must be a time such as 2026-12-01T08:00:00Z'],
  ['{"service":"web","until":"2026-13-27T13:00:00Z","why":"known"}', '\'until\' must be a time such as 2026-12-01T08:00:00Z'],
])('%s mutes nothing: %s', (text, because) => {
  expect(() => muteIn(text)).toThrow(new Error(because));
});

test('the tag of a service mutes it until then, with a reason', () => {
  expect(muteInTag('2026-12-01T08:00:00Z the database moves')).toEqual({ until: Date.parse('2026-12-01T08:00:00Z'), why: 'the database moves' });
  expect(() => muteInTag('2026-12-01T08:00:00Z')).toThrow(new Error('it must be a time and a reason, such as 2026-12-01T08:00:00Z the database moves'));
  expect(() => muteInTag('tomorrow the database moves')).toThrow(new Error('\'until\' must be a time such as 2026-12-01T08:00:00Z'));
});

test('a stop that says nothing is muted by no words', () => {
  const silent = aDiagnosis({ stoppedReason: null, containerReason: null, clues: [] });
  expect(isMutedBy(mute({ log: 'ECONNREFUSED' }), 'incident-1', silent, NOON)).toBe(false);
});
