import { HARDENED_CONTAINER, HARDENED_SERVICE, HARDENED_TASK } from './hardened-facts';
import { broken } from './patched';
import { recorded } from './recorded-reads';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import { CATALOGUE } from '../../src/guardrails/catalogue';
import { evaluate } from '../../src/guardrails/evaluate';
import type { Rule } from '../../src/guardrails/model/rule';

/** A task with a sidecar, which some rules compare with the container that serves. */
const WITH_SIDECAR: ServiceFacts = {
  ...HARDENED_SERVICE,
  task: { ...HARDENED_TASK, containers: [HARDENED_CONTAINER, { ...HARDENED_CONTAINER, name: 'sidecar', essential: false }] },
};

/** A service that does not say by name which container serves. */
const UNNAMED: ServiceFacts = { ...WITH_SIDECAR, registrations: [{ containerName: UNKNOWN, containerPort: 8080 }] };

/** A worker that scales to zero: some rules then ask who calls it. */
const TO_ZERO: ServiceFacts = {
  ...HARDENED_SERVICE,
  registrations: [],
  scaling: { minCapacity: 0, maxCapacity: 4 },
};

/** Services that differ in every way that some rule looks at. */
const SERVICES: readonly ServiceFacts[] = [HARDENED_SERVICE, WITH_SIDECAR, UNNAMED, TO_ZERO, ...CATALOGUE.map(broken)];

function readBy(rule: Rule): readonly string[] {
  const reads = new Set<string>();
  for (const service of SERVICES) evaluate(recorded(service, reads), [rule]);
  return [...reads].sort();
}

test.each(CATALOGUE.map(rule => [rule.id, rule] as const))('%s reads the facts that it declares, and no others', (_id, rule) => {
  expect(readBy(rule)).toEqual(rule.reads);
});
