import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { readPlainText } from '../../../src/evidence/text/read-plain-text';

const read = (...lines: readonly string[]) => readPlainText(lines.join('\n'), () => false);
const causesOf = (...lines: readonly string[]): readonly string[] =>
  readDocuments('a text', lines.join('\n'), {}).evidence.map(stop => diagnose(stop).cause);

const FAILED = '(service checkout) (deployment ecs-svc/1234567890123456789) deployment failed: tasks failed to start.';

test.each([
  ['2026-11-02 03:04:05,123 ERROR sqlalchemy.pool: connection to server at "10.0.3.7", port 5432 failed: Connection refused', 'app/dependency-unreachable'],
  ["Error: Cannot find module '/srv/dist/main.js'", 'app/missing-module'],
  ['FATAL: password authentication failed for user "checkout"', 'app/dependency-auth'],
])('a line of the log beside the events of the service is read with them: %s', (line, cause) => {
  expect(causesOf(line, '', FAILED)).toEqual([cause]);
  expect(causesOf(FAILED, line)).toEqual([cause]);
});

test('what the tool of the deployment prints beside the events is no log', () => {
  expect(read('❌  Shop failed: Error: The stack named Shop failed', '##[error]Process completed with exit code 1.', FAILED))
    .toMatchObject({ values: [{ serviceEvents: [FAILED] }] });
  expect(read('ERROR', FAILED)?.values).toEqual([{ serviceEvents: [FAILED] }]);
});

test.each([
  ['columns', ['Target       Status     Reason code', '10.1.4.20    draining   Target.DeregistrationInProgress', '10.1.5.31    unhealthy  Target.Timeout']],
  ['fields', ['* **Target**: 10.1.5.31:3000', '* **State**: unhealthy', '* **Reason**: Target.Timeout', '* **Description**: Request timed out']],
])('targets in %s beside the events give the address that does not answer', (_, lines) => {
  const [stop] = readDocuments('a text', [...lines, '', FAILED].join('\n'), {}).evidence;
  const { cause, actions } = diagnose(stop);
  expect([cause, actions.flatMap(({ commands }) => commands).find(command => command.startsWith('curl'))])
    .toEqual(['health/elb-timeout', expect.stringContaining('http://10.1.5.31')]);
});

test.each([
  ['(task 0b0c11fa…) (port 3000) is unhealthy … Health checks failed with these codes: [503]', 'health/elb-server-error'],
  ['09:41:07 (task 0b0c11fa) is unhealthy in target-group shop due to (reason Request timed out)', 'health/elb-timeout'],
  ['service checkout task 0b0c11fa... failed container health checks.', 'health/container'],
  ['checkout-api is unable to consistently start tasks successfully.', 'deploy/start-impaired'],
  ['deployment failed: Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed.', 'deploy/lifecycle-hook'],
])('a message that somebody shortened is one of the service: %s', (line, cause) => {
  expect(read(line)?.form).toBe('events of a service');
  expect(causesOf(line)).toEqual([cause]);
});

test.each(['our service auto-scaling failed again', 'the service was unable to help', 'deployment failed: see the log of the pipeline'])(
  'a sentence is no message of a service: %s', line => expect(read(line)?.form).not.toBe('events of a service'));

const STARTED = '(service checkout) has started 1 tasks: (task 0b0c11fa47b04ed0a669fa3ce6345afa).';
const STEADY = '(service checkout) has reached a steady state.';

test('a service whose events tell of no failure and of its steady state is well', () => {
  const { evidence, healthy } = readDocuments('a text', [`10:02:00 ${STEADY}`, `10:01:00 ${STARTED}`].join('\n'), {});
  expect([evidence, healthy]).toEqual([[], ['service checkout reports no failure']]);
});

test('a service that has not reached its steady state yet is not called well', () => {
  expect(readDocuments('a text', STARTED, {}).healthy).toEqual([]);
});

test('events that have the oldest first are turned round', () => {
  expect(read(`2026-11-02T10:01:00Z ${STARTED}`, `2026-11-02T10:05:00Z ${FAILED}`)?.values).toEqual([{ serviceEvents: [FAILED, STARTED] }]);
  expect(read(`2026-11-02T10:05:00Z ${FAILED}`, `2026-11-02T10:01:00Z ${STARTED}`)?.values).toEqual([{ serviceEvents: [FAILED, STARTED] }]);
});

test('a reason that the event gives too is no failure of its own, and another one is', () => {
  const reason = 'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref acme/api:9: not found';
  const placement = `(service checkout) was unable to place a task. Reason: ${reason}`;
  expect(causesOf(placement, `Stopped reason: ${reason}`)).toEqual(['pull/image-not-found']);
  expect(causesOf(placement, 'Essential container in task exited. Exit code: 139')).toEqual(['pull/image-not-found', 'exit/segfault']);
});
