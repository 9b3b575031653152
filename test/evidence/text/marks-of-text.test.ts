import { readDocuments } from '../../../src/cli/input/gather-evidence';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { withoutCommentMarks, withoutFences } from '../../../src/evidence/text/plain-text';
import { readPlainText } from '../../../src/evidence/text/read-plain-text';

const diagnosed = (...lines: readonly string[]) => readDocuments('a text', lines.join('\n'), {}).evidence.map(stop => diagnose(stop));

const MESSAGE = [
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:',
  'unable to retrieve secret from asm: service call has been retried 3 time(s): RequestError: send request failed',
  'caused by: Post "https://secretsmanager.eu-west-1.amazonaws.com/": dial tcp 52.94.1.1:443: i/o timeout',
];

test.each(['# ', '    # ', '// ', '  //  '])('what stands in a comment that begins with "%s" is read as if it stood alone', mark => {
  const [{ cause, clues }] = diagnosed(...MESSAGE.map(line => `${mark}${line}`));
  expect([cause, clues[0].quote.includes(mark.trim() + ' ')]).toEqual(['init/network', false]);
});

test('the output of a command that somebody kept as a comment below it is read, with the names of the command', () => {
  const [{ cause, service, cluster }] = diagnosed(
    'aws ecs describe-services --cluster shop --services checkout | jq ".services[0].deployments[0]"',
    '# {',
    '#   "id": "ecs-svc/2222222222222222222",',
    '#   "status": "PRIMARY",',
    '#   "rolloutState": "IN_PROGRESS",',
    '#   "rolloutStateReason": "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1."',
    '# }',
  );
  expect([cause, service, cluster]).toEqual(['deploy/circuit-breaker', 'checkout', 'shop']);
});

test.each([
  ['a heading above text', ['# What happened', 'The task exits with code 1.', 'Nothing else is known.']],
  ['a step of a build', ['#1 [internal] load build definition', '#2 [internal] load metadata']],
])('%s is no comment', (_, lines) => expect(withoutCommentMarks(lines)).toBe(lines));

test('a fence of Markdown is no part of a message', () => {
  expect(withoutFences(['```text', 'exit code 1', '```', '~~~'])).toEqual(['', 'exit code 1', '', '']);
  expect(readPlainText(['```', ...MESSAGE, '```'].join('\n'), () => false)?.values).toEqual([{ task: { stoppedReason: MESSAGE.join('\n') } }]);
});

test('a label of several words begins something else', () => {
  const reason = 'Task failed ELB health checks in (target-group shop-checkout-blue)';
  expect(readPlainText([`Reason: ${reason}`, 'Assigned To: the owner of the load balancer'].join('\n'), () => false)?.values)
    .toEqual([{ task: { stoppedReason: reason } }]);
});

test.each([
  ['STOPPED (CannotPullContainerError: pull access denied for acme/api, repository does not exist)', 'CannotPullContainerError: pull access denied for acme/api, repository does not exist'],
  ['Task stopped reason: OutOfMemoryError: Container killed due to memory usage', 'OutOfMemoryError: Container killed due to memory usage'],
])('the reason is what stands behind its label: %s', (line, stoppedReason) => {
  expect(readPlainText(line, () => false)?.values).toEqual([{ task: { stoppedReason } }]);
});

test.each([
  ['in quotation marks', ['"service api was unable to place a task. Reason:', 'ResourceInitializationError: unable to pull secrets or registry auth:', 'The task cannot pull it.', 'Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 1.2.3.4:443: i/o', 'timeout"']],
  ['with a sentence that ECS adds', ['(service api) was unable to place a task because no container instance met all of its requirements.', 'Reason: No capacity available for FARGATE_SPOT.']],
])('a message that goes on %s is whole', (_, lines) => {
  const [{ serviceEvents: [event] }] = readPlainText(lines.join('\n'), () => false)?.values as readonly { serviceEvents: readonly string[] }[];
  expect(event.endsWith(lines.at(-1)!)).toBe(true);
});

test('an error that somebody wrapped is one line of the log', () => {
  const [{ cause, clues }] = diagnosed(
    'ApiService EssentialContainerExited: Essential container in task exited',
    '',
    '  django.db.utils.OperationalError: connection to server at',
    '  "orders.internal.example.com", port 5432 failed: Connection timed out',
  );
  expect([cause, clues[0].quote]).toEqual(['app/dependency-unreachable', expect.stringContaining('orders.internal.example.com')]);
});

test('what a person says of an exit code beside a deployment that failed is of the container', () => {
  expect(diagnosed(
    '- ECS Deployment Circuit Breaker triggered',
    '- the checkout container exits with `ExitCode: 139`',
    '- `StoppedReason: "Essential container in task exited"`',
  ).map(({ cause }) => cause)).toEqual(['exit/segfault']);
});

test('each service that Terraform waited for in vain has its own commands', () => {
  const services = ['catalog', 'carts'];
  const arn = 'arn:aws:ecs:us-east-1:111122223333:service/shop';
  const lines = services.map(name => `│ Error: waiting for ECS Service (${arn}/${name}) create: timeout while waiting for state to become 'tfSTABLE' (last state: 'tfPENDING', timeout: 20m0s)`);
  const found = diagnosed('│ Error: execution halted', '│', ...lines);
  expect(found.map(({ service }) => service)).toEqual(services);
});

test('what CloudFormation says of the other resources is no failure of its own', () => {
  expect(diagnosed(
    'The resource Web is in a CREATE_FAILED state',
    'This AWS::ECS::Service resource is in a CREATE_FAILED state.',
    'Resource handler returned message: "Error occurred during operation \'ECS Deployment Circuit Breaker was triggered\'." (RequestToken: 0)',
    'CREATE_FAILED   The following resource(s) failed to create: [Web].',
  ).map(({ cause }) => cause)).toEqual(['deploy/circuit-breaker']);
});

test.each([
  ['Essential container exited with code 3', 3, 'exit/application-error'],
  ['Essential container exited with exit code 139', 139, 'exit/segfault'],
])('the exit code in the reason of an emulator is that of the container: %s', (stoppedReason, code, expected) => {
  const [{ cause, exitCode }] = diagnosed(JSON.stringify({ tasks: [{ lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited', stoppedReason }] }));
  expect([cause, exitCode]).toEqual([expected, code]);
});

test('the exit code that the answer gives counts more than the one in a reason', () => {
  const stoppedReason = 'Essential container exited with code 1';
  expect(diagnosed(JSON.stringify({ tasks: [{ stoppedReason, containers: [{ name: 'app', exitCode: 139 }] }] }))[0].exitCode).toBe(139);
});
