import { faultsOf } from './valid';
import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';
import { renderText } from '../../src/report/render-text';

const FAILED = {
  'detail-type': 'ECS Deployment State Change',
  'source': 'aws.ecs',
  'region': 'eu-west-1',
  'resources': ['arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout'],
  'detail': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED', deploymentId: 'ecs-svc/123', reason: 'ECS deployment circuit breaker: task failed to start.' },
};

const task = (id: string, given: object = {}) => ({
  taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/shop/${id.repeat(32)}`,
  group: 'service:checkout',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  ...given,
});
const outOfMemory = (id: string) => task(id, { containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] });
const notFound = (id: string) => task(id, {
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:v1: not found',
});
const replaced = (id: string) => task(id, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/123)' });

const diagnoseDeployment = (bundle: object) => diagnose(readEvidence({ event: FAILED, ...bundle })[0]);

test('a deployment that goes on while its tasks run out of memory is a failure of memory, and its state is quoted', () => {
  const tasks = ['1', '2', '3'].map(outOfMemory);
  const [evidence] = readEvidence({ deployment: { id: 'ecs-svc/123', rolloutState: 'IN_PROGRESS', rolloutStateReason: 'ECS deployment ecs-svc/123 in progress.', failedTasks: 12 }, failedTasks: tasks });
  const diagnosis = diagnose(evidence);
  expect(diagnosis).toMatchObject({ severity: 'failure', cause: 'memory/container-limit', confidence: 'certain' });
  expect(diagnosis.summary).toContain('3 of 3 failed tasks: the container reached its memory limit and was killed (memory/container-limit).');
  const inProgress = { detail: { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', reason: 'ECS deployment ecs-svc/123 in progress.' } };
  expect(diagnoseDeployment({ event: { ...FAILED, ...inProgress }, tasks })).toMatchObject({ severity: 'failure', cause: 'memory/container-limit' });
});

test('a deployment that goes on and counts failed tasks is a failure, also without the tasks', () => {
  const [evidence] = readEvidence({ id: 'ecs-svc/123', status: 'PRIMARY', rolloutState: 'IN_PROGRESS', failedTasks: 12 });
  expect(diagnose(evidence)).toMatchObject({ severity: 'failure', cause: 'deploy/start-impaired', clues: [{ quote: 'failedTasks: 12' }] });
});

describe('a deployment whose tasks failed of two causes', () => {
  const diagnosis = diagnoseDeployment({ tasks: [outOfMemory('1'), notFound('2'), notFound('3'), replaced('4')] });

  test('is told as the failure of its tasks', () => {
    expect(diagnosis).toMatchObject({ cause: 'pull/image-not-found', service: 'checkout' });
    expect(faultsOf(diagnosis)).toEqual([]);
  });

  test('counts what its tasks failed of, and not those that were only replaced', () => {
    expect(diagnosis.summary).toContain('2 of 3 failed tasks: the tag, digest, or repository does not exist in the registry (pull/image-not-found).');
    expect(diagnosis.summary).toContain('1 of 3 failed tasks: the container reached its memory limit and was killed (memory/container-limit).');
    expect(diagnosis.title).toMatch(/^checkout: the tag, digest, or repository does not exist.*; 2 of 3 failed tasks$/);
  });

  test('quotes the leading cause, the deployment and then each other cause once', () => {
    expect(diagnosis.clues.map(({ source }) => source)).toEqual(['task 22222222, stoppedReason', 'deployment event', 'task 11111111, container app']);
  });

  test('offers the causes as alternatives, the most frequent first', () => {
    expect(diagnosis.alternatives.slice(0, 2).map(({ cause }) => cause)).toEqual(['memory/container-limit', 'deploy/circuit-breaker']);
  });

  test('advises what the most frequent cause needs', () => {
    expect(diagnosis.actions.map(({ title }) => title)).toContain('Look up the image by exactly this name.');
    expect(diagnosis.retriable).toBe(false);
  });

  test('does not depend on the order of its tasks', () => {
    expect(diagnoseDeployment({ tasks: [replaced('4'), notFound('3'), notFound('2'), outOfMemory('1')] }).summary).toBe(diagnosis.summary);
  });
});

test('what the new revision changed stands among the clues', () => {
  const revision = (number: number) => ({ family: 'checkout', revision: number, containerDefinitions: [{ name: 'app', image: `web:${number}` }] });
  const { clues } = diagnoseDeployment({ tasks: [outOfMemory('1'), notFound('2'), notFound('3')], taskDefinitions: { current: revision(8), previous: revision(7) } });
  expect(clues.map(({ source }) => source)).toEqual(['task 22222222, stoppedReason', 'deployment event', 'task definition revision 7 → 8', 'task 11111111, container app']);
});

test('of equally frequent causes the surer one leads', () => {
  const unclear = task('5', { containers: [{ name: 'app', exitCode: 1 }] });
  const { cause, alternatives } = diagnoseDeployment({ tasks: [unclear, outOfMemory('6')] });
  expect([cause, alternatives[0].cause]).toEqual(['memory/container-limit', 'exit/application-error']);
});

test('of the tasks of a cause the newest speaks', () => {
  const at = (id: string, stoppedAt: string) => ({ ...outOfMemory(id), stoppedAt });
  const { clues } = diagnoseDeployment({ tasks: [at('1', '2026-11-02T03:00:00Z'), at('2', '2026-11-02T03:05:00Z'), outOfMemory('3')] });
  expect(clues[0].source).toBe('task 22222222, container app');
});

test('a task without a name is quoted without one', () => {
  const { clues, title } = diagnoseDeployment({ tasks: [{ ...outOfMemory('1'), taskArn: undefined }] });
  expect(clues[0].source).toBe('container app');
  expect(title).toMatch(/the container reached its memory limit.*; 1 of 1 failed task$/);
});

test('a task that fails for no known reason is counted as well', () => {
  expect(diagnoseDeployment({ tasks: [task('1', { stoppedReason: 'Sorry.', stopCode: 'New' })] }).alternatives)
    .toEqual([{ cause: 'unknown', confidence: 'possible', toConfirm: 'Diagnose this task separately, with its log.' }]);
});

test('where no task failed, the deployment is diagnosed by itself', () => {
  expect(diagnoseDeployment({ tasks: [replaced('1')] })).toEqual(diagnoseDeployment({ tasks: [] }));
});

test('a deployment that went well does not fail of its tasks', () => {
  const completed = { ...FAILED, detail: { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_COMPLETED', reason: 'ECS deployment ecs-svc/123 completed.' } };
  expect(diagnoseDeployment({ event: completed, tasks: [outOfMemory('1')] }).severity).toBe('benign');
});

test('a deployment that an alarm ended stays that, with what its tasks failed of', () => {
  const alarm = { ...FAILED, detail: { ...FAILED.detail, reason: 'ECS deployment ecs-svc/123 rolled back because of CloudWatch alarm(s) web-5xx.' } };
  const diagnosis = diagnoseDeployment({ event: alarm, tasks: [outOfMemory('1')] });
  expect(diagnosis.cause).toBe('deploy/alarm');
  expect(diagnosis.summary).toContain('(memory/container-limit)');
});

describe('the forms of a deployment', () => {
  const rolledBack = { id: 'ecs-svc/123', status: 'INACTIVE', taskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:8', rolloutState: 'FAILED', rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.' };

  test('as describe-services lists it, it is found by its tasks', () => {
    const [evidence] = readEvidence({ deployment: rolledBack, failedTasks: [outOfMemory('1')] });
    expect(evidence).toMatchObject({ region: 'eu-west-1', cluster: 'shop', service: 'checkout', change: { kind: 'deployment', deploymentId: 'ecs-svc/123' } });
    expect(diagnose(evidence).cause).toBe('memory/container-limit');
  });

  test('as describe-service-deployments answers it, it names its service itself', () => {
    const serviceDeployment = { serviceDeploymentArn: 'arn:aws:ecs:eu-west-1:111122223333:service-deployment/shop/checkout/1', serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout', status: 'ROLLBACK_SUCCESSFUL', statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.' };
    const [evidence] = readEvidence({ deployment: serviceDeployment });
    expect(evidence).toMatchObject({ region: 'eu-west-1', account: '111122223333', cluster: 'shop', service: 'checkout' });
    expect(diagnose(evidence).cause).toBe('deploy/circuit-breaker');
  });

  test('a state without a reason is told by the name of its event', () => {
    expect(diagnose(readEvidence({ deployment: { rolloutState: 'FAILED' } })[0]).cause).toBe('deploy/circuit-breaker');
  });

  test('a deployment may be an event', () => expect(readEvidence({ deployment: FAILED, tasks: [] })[0].service).toBe('checkout'));

  test('a failed task may be an event or a bundle with a log of its own', () => {
    const event = { 'detail-type': 'ECS Task State Change', 'source': 'aws.ecs', 'detail': outOfMemory('1') };
    const bundle = { task: task('2', { containers: [{ name: 'app', exitCode: 1 }] }), logTail: ['Error: listen EADDRINUSE: address already in use :::8080'] };
    const { cause, alternatives } = diagnoseDeployment({ tasks: [event, bundle] });
    expect([cause, ...alternatives.map(one => one.cause)]).toEqual(expect.arrayContaining(['memory/container-limit', 'app/port-in-use', 'deploy/circuit-breaker']));
  });

  test('tasks that still run are no failures', () => {
    expect(diagnoseDeployment({ tasks: [task('1', { stopCode: undefined, stoppedReason: undefined, lastStatus: 'RUNNING' }), outOfMemory('2')] }).title).toContain('1 of 1');
  });

  test('a failed task that cannot be read is refused with its place', () => {
    expect(() => diagnoseDeployment({ failedTasks: [{ shoe: 44 }] })).toThrow(/^failedTasks\[0\]: /);
  });

  test('the task definitions tell of the failed tasks too', () => {
    const taskDefinitions = { current: { family: 'checkout', revision: 8, containerDefinitions: [{ name: 'app', essential: false }, { name: 'main' }] } };
    const [evidence] = readEvidence({ event: FAILED, taskDefinitions, tasks: [task('1', { containers: [{ name: 'app', exitCode: 3 }, { name: 'main', exitCode: 4 }] })] });
    expect(diagnose(evidence.failedTasks![0]).exitCode).toBe(4);
  });

  test('tasks without a deployment are tasks', () => expect(readEvidence({ tasks: [outOfMemory('1'), notFound('2')] })).toHaveLength(2));
});

test('e-mail addresses and secrets are left out of failed tasks as well', () => {
  const talkative = { task: task('1'), logTail: ['mail to jane@example.com', 'DB_PASSWORD=hunter2'] };
  const [evidence] = readEvidence({ event: FAILED, tasks: [talkative] }, { emails: true });
  expect(JSON.stringify(evidence)).not.toMatch(/jane|hunter2/);
});

test('what the tasks failed of is not told as what it Other possible causes', () => {
  const event = { ...FAILED, detail: { ...FAILED.detail, reason: 'ECS deployment failed: unable to consistently start tasks' } };
  expect(renderText(diagnoseDeployment({ event, tasks: [outOfMemory('1')] }), { colour: false })).not.toContain('Other possible causes');
});
