import { HARDENED_CONTAINER, HARDENED_SERVICE, HARDENED_TARGET_GROUP, HARDENED_TASK } from './hardened-facts';
import type { ImageFacts } from '../../src/facts/model/container';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import { circuitBreaker } from '../../src/guardrails/rules/circuit-breaker';
import { gracePeriodCoversStart } from '../../src/guardrails/rules/grace-period-covers-start';
import { imagePinned } from '../../src/guardrails/rules/image-pinned';
import { serviceWaitsForListener } from '../../src/guardrails/rules/service-waits-for-listener';

/** A service with a grace period, a container with a start period, and a target group that is unhealthy after some failed checks. */
function starting(grace: number, startPeriodSeconds: number | undefined, interval: number, threshold: number): ServiceFacts {
  const healthCheck = { intervalSeconds: 10, timeoutSeconds: 5, retries: 3, startPeriodSeconds };
  return {
    ...HARDENED_SERVICE,
    healthCheckGracePeriodSeconds: grace,
    task: { ...HARDENED_TASK, containers: [{ ...HARDENED_CONTAINER, healthCheck }] },
    targetGroups: [{ ...HARDENED_TARGET_GROUP, healthCheckIntervalSeconds: interval, unhealthyThreshold: threshold }],
  };
}

test.each<[what: string, service: ServiceFacts, verdict: unknown]>([
  ['a patient target group', starting(60, undefined, 30, 10), true],
  ['a target group that is patient enough without a grace period', starting(0, 120, 30, 10), true],
  ['a grace period that covers the start', starting(120, 120, 5, 2), true],
  ['an impatient target group, with an unknown startup time', starting(10, undefined, 5, 2), expect.objectContaining({ class: 'hygiene' })],
  ['a start period beyond both', starting(60, 90, 10, 3), { seen: expect.stringContaining('start period of 90 seconds') }],
])('the startup time of a task with %s', (_what, service, verdict) => {
  expect(gracePeriodCoversStart.holds(service)).toEqual(verdict);
});

test.each<[strategy: ServiceFacts['deploymentStrategy'], verdict: unknown]>([
  ['ROLLING', { seen: 'the circuit breaker is not set' }],
  ['BLUE_GREEN', { seen: 'the circuit breaker is not set' }],
  ['LINEAR', true],
  ['CANARY', true],
  [UNKNOWN, UNKNOWN],
])('a %p deployment without a circuit breaker', (deploymentStrategy, verdict) => {
  expect(circuitBreaker.holds({ ...HARDENED_SERVICE, deploymentStrategy, circuitBreaker: undefined })).toEqual(verdict);
});

test('a service that does not wait for a rule on a listener that exists is a warning, and for a load balancer of the app an error', () => {
  const early = { ...HARDENED_TARGET_GROUP, awaited: false };
  expect(serviceWaitsForListener.holds({ ...HARDENED_SERVICE, targetGroups: [early] })).toEqual({ seen: expect.any(String) });
  expect(serviceWaitsForListener.holds({ ...HARDENED_SERVICE, targetGroups: [{ ...early, listeners: UNKNOWN }] })).toMatchObject({ class: 'hygiene' });
  expect(serviceWaitsForListener.holds({ ...HARDENED_SERVICE, targetGroups: [{ ...early, awaited: UNKNOWN }] })).toBe(true);
});

test('a tag that moves is worse where ECS does not resolve it once per deployment', () => {
  const image = { ...HARDENED_CONTAINER.image as ImageFacts, tag: 'latest' };
  const seen = (versionConsistency: string) => imagePinned.holds({ ...HARDENED_CONTAINER, image, versionConsistency }, HARDENED_TASK);
  expect(seen('enabled')).toMatchObject({ seen: expect.not.stringContaining('versionConsistency'), see: [expect.stringContaining('image-stability')] });
  expect(seen('disabled')).toMatchObject({ seen: expect.stringContaining('versionConsistency is disabled'), see: [expect.stringContaining('versionConsistency')] });
});
