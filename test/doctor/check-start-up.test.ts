import { CAUSES } from '../../src/causes/catalogue';
import { checkStartUp, type StartingTask } from '../../src/doctor/check-start-up';
import { START_UP_STEPS } from '../../src/doctor/start-up-steps';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import type { Finding } from '../../src/guardrails/evaluate';

const ENI = { type: 'ElasticNetworkInterface', details: [{ name: 'subnetId', value: 'subnet-1' }, { name: 'networkInterfaceId', value: 'eni-1' }] };

const because = (cause: string, confidence = 'certain') => ({ cause, confidence, summary: 'It failed.' });

const found = (id: string): Finding => {
  const rule = CATALOGUE.find(each => each.id === id);
  if (rule === undefined) throw new Error(`there is no guardrail '${id}'`);
  return { rule, level: 'error', at: { path: 'arn', property: '' }, seen: 'something is wrong' };
};

/** Such as `secrets failed`. */
const statesOf = (task: StartingTask, diagnosis?: ReturnType<typeof because>, findings: readonly Finding[] = []): readonly string[] =>
  checkStartUp({ task, diagnosis, findings }).map(({ step, state }) => `${step} ${state}`);

test('a task that runs and is healthy has proven everything but its target', () => {
  expect(statesOf({ healthStatus: 'HEALTHY', attachments: [ENI], containers: [{ name: 'app', lastStatus: 'RUNNING', imageDigest: 'sha256:1' }] })).toEqual([
    'network interface proven', 'DNS proven', 'registry login proven', 'image proven', 'secrets proven', 'log proven', 'volumes proven',
    'container proven', 'health check proven', 'target not known',
  ]);
});

test('a task that waits has proven nothing but its network interface', () => {
  const steps = checkStartUp({ task: { attachments: [ENI], containers: [{ name: 'app', lastStatus: 'PENDING' }] }, findings: [] });
  expect(steps.slice(0, 3)).toEqual([
    { step: 'network interface', state: 'proven', evidence: 'the task has the network interface eni-1' },
    { step: 'DNS', state: 'not known', evidence: 'no data that was read shows whether this step succeeded' },
    { step: 'registry login', state: 'not known', evidence: 'no data that was read shows whether this step succeeded' },
  ]);
});

test('an image that the registry does not have proves the way to the registry', () => {
  expect(statesOf({ containers: [{ name: 'app', lastStatus: 'STOPPED' }] }, because('pull/image-not-found')).slice(0, 5)).toEqual([
    'network interface proven', 'DNS proven', 'registry login proven', 'image failed', 'secrets not known',
  ]);
});

test.each([
  ['exit/application-error', 'container'], ['health/container', 'health check'], ['health/path', 'target'],
])('%s proves each step before the %s', (cause, failed) => {
  const steps = ['network interface', 'DNS', 'registry login', 'image', 'secrets', 'log', 'volumes', 'container', 'health check', 'target'];
  const before = steps.slice(0, steps.indexOf(failed)).filter(step => failed !== 'target' || step !== 'health check');
  const states = statesOf({}, because(cause));
  expect(states).toEqual(expect.arrayContaining([...before.map(step => `${step} proven`), `${failed} failed`]));
  expect(states.filter(state => state.endsWith(' proven'))).toHaveLength(before.length);
});

test('a denied login proves no login', () => {
  expect(statesOf({}, because('pull/ecr-permission')).slice(0, 4)).toEqual([
    'network interface proven', 'DNS not known', 'registry login failed', 'image not known',
  ]);
});

test('a cause that is only possible proves nothing', () => {
  expect(statesOf({}, because('pull/image-not-found', 'possible')).filter(state => !state.endsWith('not known'))).toEqual([]);
});

test('an application that ends started before', () => {
  const [container] = checkStartUp({ task: { containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }] }, diagnosis: because('exit/application-error'), findings: [] })
    .filter(({ step }) => step === 'container');
  expect(container).toEqual({ step: 'container', state: 'failed', evidence: 'exit/application-error: It failed.' });
});

test('a guardrail says why a step fails, unless the task went past it', () => {
  const waiting = { containers: [{ name: 'app', lastStatus: 'PENDING' }] };
  expect(statesOf(waiting, undefined, [found('network-reaches-secrets')])).toContain('secrets failed');
  expect(statesOf({ containers: [{ name: 'app', lastStatus: 'RUNNING' }] }, undefined, [found('network-reaches-secrets')])).toContain('secrets proven');
});

test('steps name guardrails and causes that there are', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect(START_UP_STEPS.flatMap(({ guardrails }) => guardrails).filter(id => !ids.includes(id))).toEqual([]);
  const causes = START_UP_STEPS.flatMap(step => step.causes);
  expect(causes.filter(each => !CAUSES.some(({ id }) => id.startsWith(each)))).toEqual([]);
});
