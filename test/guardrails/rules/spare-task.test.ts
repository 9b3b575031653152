import { UNKNOWN } from '../../../src/facts/model/fact';
import type { ServiceFacts } from '../../../src/facts/model/service';
import { spareTask } from '../../../src/guardrails/rules/spare-task';
import { HARDENED_SERVICE } from '../hardened-facts';

const TO_ZERO: ServiceFacts = { ...HARDENED_SERVICE, registrations: [], serviceConnectServices: [], scaling: { minCapacity: 0, maxCapacity: 4 } };

test.each<[what: string, service: ServiceFacts, verdict: unknown]>([
  ['a worker scales to zero', TO_ZERO, true],
  ['it is behind a load balancer', { ...TO_ZERO, registrations: [{ containerName: 'app', containerPort: 8080 }] }, expect.objectContaining({ fault: 'no-task' })],
  ['it is called by Service Connect', { ...TO_ZERO, serviceConnectServices: [{ portName: 'http', clientAliases: 1 }] }, expect.objectContaining({ fault: 'no-task' })],
  ['nobody knows what is registered', { ...TO_ZERO, registrations: UNKNOWN }, UNKNOWN],
  ['it has no scaling that starts a task', { ...TO_ZERO, scaling: undefined, desiredCount: 0 }, expect.objectContaining({ fault: 'no-task' })],
])('a service without tasks, when %s', (_what, service, verdict) => {
  expect(spareTask.holds(service)).toEqual(verdict);
});
