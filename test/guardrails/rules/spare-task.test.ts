import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceFacts } from '../../../src/facts/model/service';
import { spareTask } from '../../../src/guardrails/rules/spare-task';
import { HARDENED_SERVICE } from '../hardened-facts';

const TO_ZERO: ServiceFacts = { ...HARDENED_SERVICE, registrations: [], serviceConnectServices: [], scaling: { minCapacity: 0, maxCapacity: 4 } };

test.each<[what: string, service: ServiceFacts, verdict: unknown]>([
  ['a worker scales to zero', TO_ZERO, true],
  ['CPU utilization alone scales it, which no task reports', { ...TO_ZERO, scaling: { minCapacity: 0, maxCapacity: 4, startsFirstTask: false } },
    expect.objectContaining({ seen: expect.stringContaining('only target tracking of CPU or memory scales the service'), fault: 'no-task' })],
  ['something scales it of which nobody knows', { ...TO_ZERO, scaling: { minCapacity: 0, maxCapacity: 4, startsFirstTask: UNKNOWN } }, true],
  ['it is behind a load balancer', { ...TO_ZERO, registrations: [{ containerName: 'app', containerPort: 8080 }] }, expect.objectContaining({ fault: 'no-task' })],
  ['it is called by Service Connect', { ...TO_ZERO, serviceConnectServices: [{ portName: 'http', clientAliases: 1 }] }, expect.objectContaining({ fault: 'no-task' })],
  ['nobody knows what is registered', { ...TO_ZERO, registrations: UNKNOWN }, UNKNOWN],
  ['it has no scaling that starts a task', { ...TO_ZERO, scaling: undefined, desiredCount: 0 }, expect.objectContaining({ fault: 'no-task' })],
])('a service without tasks, when %s', (_what, service, verdict) => {
  expect(spareTask.holds(service)).toEqual(verdict);
});

test('a service whose scaling allows one task is told so by its minimum capacity, and not by a desired count that it does not have', () => {
  expect(spareTask.holds({ ...TO_ZERO, scaling: { minCapacity: 1, maxCapacity: 4 } })).toEqual({
    seen: 'the minimum capacity is 1, and the service can run with one task', at: { ...TO_ZERO.at, property: '' },
  });
});
