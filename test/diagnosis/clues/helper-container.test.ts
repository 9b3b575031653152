import { diagnose } from '../../../src/diagnosis/diagnose';
import { readEvidence } from '../../../src/evidence/read/read-evidence';

const causeOf = (containers: readonly object[]): string =>
  diagnose(readEvidence({ taskEvent: { stoppedReason: 'Essential container in task exited', containers } })[0]).cause;

test('a helper that was killed once the work was done did not answer SIGTERM', () => {
  expect(causeOf([{ name: 'migrate', exitCode: 0 }, { name: 'otel-sidecar', exitCode: 137 }])).toBe('exit/killed-after-stop-timeout');
});

test('a helper that is known to have been killed first is not called slow to stop', () => {
  expect(causeOf([
    { name: 'web', exitCode: 0, finishedAt: '2026-01-01T10:00:09Z' },
    { name: 'otel-sidecar', exitCode: 137, finishedAt: '2026-01-01T10:00:00Z' },
  ])).not.toBe('exit/killed-after-stop-timeout');
});

test('an application that was killed is not excused by a helper that ended by itself', () => {
  expect(causeOf([{ name: 'web', exitCode: 137 }, { name: 'otel-sidecar', exitCode: 0 }])).toBe('exit/killed');
});
