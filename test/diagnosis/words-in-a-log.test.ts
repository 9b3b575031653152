import { evidenceOf } from './evidence-of';
import { diagnose } from '../../src/diagnosis/diagnose';

const ofLog = (...logTail: readonly string[]) => diagnose(evidenceOf({ logTail }));

test.each([
  "TypeError: Cannot read properties of undefined (reading 'tenantId')",
  "TypeError: Cannot read property 'headers' of undefined",
  'TypeError: undefined is not a function',
])('a fault in the code is no setting that is missing: %s', line => {
  const { cause, clues } = ofLog(line);
  expect(cause).toBe('exit/application-error');
  expect(clues.map(({ says }) => says).filter(says => /file|set/.test(says))).toEqual([]);
});

test.each(['the audience is required', 'port must be provided'])('a value that is missing is said to be no file: %s', line => {
  const { cause, clues: [{ says }] } = ofLog(line);
  expect([cause, says]).toEqual(['app/missing-config', 'a value that the application needs might not be set']);
});

test.each([
  'ValueError: Redis URL must specify one of the following schemes (redis://, rediss://, unix://)',
  'error: unsupported URL scheme "postgress"',
  "requests.exceptions.MissingSchema: Invalid URL 'api.internal/v1': No scheme supplied. Perhaps you meant https://api.internal/v1?",
  'parse "db.internal:5432": first path segment in URL cannot contain colon',
])('an address without its scheme is a value that cannot be used: %s', line => {
  expect(ofLog(line)).toMatchObject({ cause: 'app/bad-config', confidence: 'likely' });
});

test.each([
  'api: OOM killed (exit code 137)',
  'worker was OOM-killed by the kernel',
  'state: OOMKilled, restarts: 4',
])('who writes that memory ran out is believed: %s', line => {
  const { cause, clues } = diagnose(evidenceOf({ task: { containers: [{ exitCode: 137 }] }, logTail: [line] }));
  expect(cause).toBe('memory/container-limit');
  expect(clues.map(({ says }) => says)).not.toContain('no stop request is known, and no reason mentions memory');
});

test.each([
  "HTTPConnectionPool(host='jaeger', port=14268): Max retries exceeded with url: /api/traces (Failed to resolve 'jaeger')",
  'OTLPExporterError: connect ECONNREFUSED 127.0.0.1:4318',
  'traces export: rpc error: dial tcp 10.0.1.9:4317: connect: connection refused',
  'failed to send traces to the Datadog agent at http://localhost:8126: dial tcp 127.0.0.1:8126: connection refused',
])('a collector that is not reached is no more than possible: %s', line => {
  expect(ofLog('listening on 8080', line)).toMatchObject({ cause: 'app/dependency-unreachable', confidence: 'possible' });
});

test('a database that is not reached stays likely beside a collector that is not reached', () => {
  const { cause, confidence, clues: [{ quote }] } = ofLog(
    'Error: connect ECONNREFUSED 10.0.3.7:5432',
    'OTLPExporterError: connect ECONNREFUSED 127.0.0.1:4318',
  );
  expect([cause, confidence, quote]).toEqual(['app/dependency-unreachable', 'likely', 'Error: connect ECONNREFUSED 10.0.3.7:5432']);
});

test.each([
  ["image Manifest does not contain descriptor matching platform 'linux/arm64'", 'pull/platform-mismatch'],
  ['checkout is unable to consistently start tasks successfully.', 'deploy/start-impaired'],
  ['Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT lifecycle hook(s) failed.', 'deploy/lifecycle-hook'],
])('words of ECS that a program repeats are likely: %s', (line, cause) => {
  expect(ofLog(line)).toMatchObject({ cause, confidence: 'likely' });
});

test.each([
  '(service web) was unable to place a task because no container instance met all of its requirements. Reason: No capacity available for FARGATE_SPOT.',
  '(service web) was unable to place a task. Reason: No capacity available.',
])('no capacity is no wrong setting: %s', event => {
  expect(diagnose(evidenceOf({ service: 'web', serviceEvents: [event] })).cause).toBe('capacity/unavailable');
});

test.each([
  'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1111111111111111111.',
  'ECS deployment circuit breaker: tasks failed to start.',
])('a deployment in progress that ECS takes back is no ordinary one: %s', reason => {
  const change = { kind: 'deployment', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', reason } as const;
  expect(diagnose(evidenceOf({ change }))).toMatchObject({ cause: 'deploy/circuit-breaker', severity: 'failure' });
});

test('a message about secrets that ends after its first words may be of any of their causes', () => {
  const { cause, confidence, alternatives } = diagnose(evidenceOf({ task: { stoppedReason: 'ResourceInitializationError: unable to pull secrets' } }));
  expect([cause, ...alternatives.map(one => one.cause)].slice(0, 3)).toEqual(['init/network', 'init/secret-permission', 'init/secret-not-found']);
  expect(confidence).toBe('possible');
});

test('a deployment that Terraform waited for in vain is told in words that its output has', () => {
  const reason = "waiting for ECS Service (web) create: timeout while waiting for state to become 'tfSTABLE' (last state: 'tfPENDING', timeout: 20m0s)";
  const change = { kind: 'deployment', eventName: 'STACK_RESOURCE_FAILED', eventType: 'ERROR', reason } as const;
  expect(diagnose(evidenceOf({ change }))).toMatchObject({ cause: 'unknown', title: 'deployment: a resource failed for a reason that is not recognized' });
});

test('the log of the hook function that a message names is what to read', () => {
  const event = '(service web) deployment failed: Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed. '
    + 'Lifecycle hook target arn:aws:lambda:eu-west-1:111122223333:function:shop-approval-hook returned FAILED status.';
  const { actions } = diagnose(evidenceOf({ region: 'eu-west-1', service: 'web', serviceEvents: [event] }));
  expect(actions.flatMap(({ commands }) => commands)).toContain('aws logs tail /aws/lambda/shop-approval-hook --since 3h --region eu-west-1');
});

test.each([
  'the task ends with `TaskFailedToStart: AccessDeniedException` on Secrets Manager, and nothing is in the log',
  'TaskFailedToStart: AccessDeniedException while reading from Parameter Store',
])('a task that did not start was denied by its execution role, not by its task role: %s', line => {
  const { cause, confidence, alternatives } = ofLog(line);
  expect([cause, confidence]).toEqual(['init/secret-permission', 'likely']);
  expect(alternatives.map(one => one.cause)).not.toContain('app/aws-permission');
});
