import { diagnose } from '../../src/diagnosis/diagnose';
import type { Evidence } from '../../src/evidence/model/evidence';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { incidentId } from '../../src/incidents/incident-id';
import { normalizeMessage } from '../../src/incidents/normalize-message';
import { stopKey } from '../../src/incidents/stop-key';
import { evidenceOf } from '../diagnosis/evidence-of';
import { sampleEvent } from '../diagnosis/sample-events';

const stop = (detail: object, name = 'scale-in-exit-137') => {
  const event = sampleEvent(name);
  const [evidence] = readEvidence({ ...event, detail: { ...event.detail, stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', ...detail } });
  return { key: stopKey(evidence), id: incidentId(evidence, diagnose(evidence)) };
};

const task = (id: string) => ({ taskArn: `arn:aws:ecs:us-east-2:111122223333:task/demo/${id}` });
const exited = (exitCode: number, reason?: string) => ({ containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode, reason }] });

test('two tasks that stop in the same way are two stops of one incident', () => {
  const [one, two] = [stop({ ...task('a1b2'), ...exited(1) }), stop({ ...task('c3d4'), ...exited(1) })];
  expect(one.id).toBe(two.id);
  expect(one.key).not.toBe(two.key);
});

test('a later version of an event is the same stop', () => {
  expect(stop({ ...task('a1b2'), version: 6 }).key).toBe(stop({ ...task('a1b2'), version: 7, ...exited(1) }).key);
});

test.each([
  ['another container', { containers: [{ name: 'other', lastStatus: 'STOPPED', exitCode: 1 }] }],
  ['another exit code', exited(2)],
  ['another message', exited(1, 'CannotStartContainerError: no such file')],
  ['another service', { ...exited(1), group: 'service:other' }],
])('%s is another incident', (_what, detail) => {
  expect(stop(detail).id).not.toBe(stop(exited(1)).id);
});

test('a new revision of the task definition is the same incident', () => {
  const revision = (number: number) => stop({ ...exited(1), taskDefinitionArn: `arn:aws:ecs:us-east-2:111122223333:task-definition/demo:${number}` });
  expect(revision(11).id).toBe(revision(10).id);
});

test.each([
  ['task 1f0c8b2d3e4f4a5b8c9d0e1f2a3b4c5d at 2026-11-02T03:04:05Z', 'task # at #t#z'],
  ['pull 10.0.12.7:443 retried 5 time(s)', 'pull # retried # time(s)'],
  ['CannotPullContainerError:  app:v7@sha256:9f86d081884c7d659a2feaa0c55ad015', 'cannotpullcontainererror: app:v#@sha#'],
  ['Essential container in task exited', 'essential container in task exited'],
  ['face deadbeef', 'face deadbeef'],
])('%s is the same kind as any other of its form', (message, normalized) => {
  expect(normalizeMessage(message)).toBe(normalized);
});

test('a task of no service belongs to the incident of its family, and one of no known family to that of its cluster', () => {
  const ofFamily = (taskDefinitionArn: string | undefined) => stop({ ...exited(1), group: 'family:nightly', taskDefinitionArn });
  const nightly = (revision: number) => `arn:aws:ecs:us-east-2:111122223333:task-definition/nightly:${revision}`;
  expect(ofFamily(nightly(3)).id).toBe(ofFamily(nightly(4)).id);
  expect(ofFamily(undefined).id).toBe(ofFamily(undefined).id);
  expect(ofFamily(undefined).id).not.toBe(ofFamily(nightly(3)).id);
});

test('an event without a task is one stop for each time at which it is reported', () => {
  const failed = (time: string, change?: Evidence['change']) =>
    stopKey(evidenceOf({ account: '111122223333', region: 'eu-west-1', cluster: 'demo', service: 'web', time, change }));
  const noon = failed('2026-11-02T12:00:00Z', { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED' });
  expect(failed('2026-11-02T12:00:00Z', { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED' })).toBe(noon);
  expect(failed('2026-11-02T12:05:00Z', { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_FAILED' })).not.toBe(noon);
  expect(failed('2026-11-02T12:00:00Z')).not.toBe(noon);
});
