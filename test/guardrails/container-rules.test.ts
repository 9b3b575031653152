import { HARDENED_CONTAINER, HARDENED_SERVICE, HARDENED_TASK } from './hardened-facts';
import { patched } from './patched';
import type { ContainerFacts } from '../../src/facts/model/container';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import type { TaskFacts } from '../../src/facts/model/task';
import type { ContainerRule, Patch, Verdict } from '../../src/guardrails/model/rule';
import { architectureStated } from '../../src/guardrails/rules/architecture-stated';
import { containerMemoryLimit } from '../../src/guardrails/rules/container-memory-limit';
import { dependencyHasHealthCheck } from '../../src/guardrails/rules/dependency-has-health-check';
import { essentialContainer } from '../../src/guardrails/rules/essential-container';
import { execInitProcess } from '../../src/guardrails/rules/exec-init-process';
import { execWorksWithReadOnlyRoot } from '../../src/guardrails/rules/exec-works-with-read-only-root';
import { healthCheckLimits } from '../../src/guardrails/rules/health-check-limits';
import { logDeliveryMode } from '../../src/guardrails/rules/log-delivery-mode';
import { nonRootUser } from '../../src/guardrails/rules/non-root-user';
import { readOnlyRoot } from '../../src/guardrails/rules/read-only-root';

interface Around {
  readonly others?: readonly Patch<ContainerFacts>[];
  readonly task?: Patch<TaskFacts>;
  readonly service?: Patch<ServiceFacts>;
}

const container = (patch: unknown): ContainerFacts => patched(HARDENED_CONTAINER, patch);

/** Judges a hardened container with differences, in a task with others. */
function judge(rule: ContainerRule, patch: unknown, { others = [], task = {}, service = {} }: Around = {}): Verdict {
  const judged = container(patch);
  return rule.holds(judged, patched({ ...HARDENED_TASK, containers: [judged, ...others.map(container)] }, task), patched(HARDENED_SERVICE, service));
}

const windows: Around = { task: { operatingSystem: 'WINDOWS_SERVER_2022_CORE' } };
const seen = (words: string, ruleClass?: string) => ({ seen: expect.stringContaining(words), ...ruleClass !== undefined && { class: ruleClass } });

test('root is an error under any of its names', () => {
  for (const user of ['root', '0', '00:1000', 'root:wheel']) expect(judge(nonRootUser, { user })).toEqual(seen(`'${user}'`));
  for (const user of ['1000', '65532:0', 'node', 'rooted']) expect(judge(nonRootUser, { user })).toBe(true);
  expect(judge(nonRootUser, { user: 'ContainerAdministrator' }, windows)).toEqual(seen('ContainerAdministrator'));
  expect(judge(nonRootUser, { user: 'ContainerUser' }, windows)).toBe(true);
});

test('where the task names no user, the Dockerfile of an image of the app does', () => {
  expect(judge(nonRootUser, { user: undefined })).toBe(true);
  expect(judge(nonRootUser, { user: undefined, image: { built: { user: 'root' } } })).toEqual(seen('the Dockerfile ends with'));
  expect(judge(nonRootUser, { user: undefined, image: { built: { user: undefined } } })).toEqual(seen('neither the task definition nor the Dockerfile', 'hygiene'));
});

test('nobody knows the user of an image that was built elsewhere, or that deployment decides', () => {
  expect(judge(nonRootUser, { user: undefined, image: { built: undefined } })).toBe(UNKNOWN);
  expect(judge(nonRootUser, { user: '${?}:1000' })).toBe(UNKNOWN);
  expect(judge(nonRootUser, { user: undefined, image: UNKNOWN })).toBe(UNKNOWN);
});

test('Windows has no read-only root and no init process', () => {
  expect(judge(readOnlyRoot, { readonlyRootFilesystem: false }, windows)).toBe(true);
  expect(judge(execInitProcess, { initProcess: false }, windows)).toBe(true);
  expect(judge(readOnlyRoot, { readonlyRootFilesystem: false }, { task: { operatingSystem: '${S/Param.Ref}' } })).toBe(UNKNOWN);
});

test('a volume on a folder above a path of the agent will do', () => {
  const mountPoints = ['/managed-agents/', '/var'].map(path => ({ path, readOnly: false }));
  expect(judge(execWorksWithReadOnlyRoot, { mountPoints })).toBe(true);
  expect(judge(execWorksWithReadOnlyRoot, { mountPoints: [{ path: '/managed', readOnly: false }] })).toEqual(seen('/managed-agents, /var/lib/amazon/ssm, /var/log/amazon/ssm'));
});

test('a sidecar that nobody can enter is a warning while another container can be entered', () => {
  expect(judge(execWorksWithReadOnlyRoot, { mountPoints: [] }, { others: [{}] })).toEqual(seen('without a writable volume', 'hygiene'));
  expect(judge(execWorksWithReadOnlyRoot, { mountPoints: [] }, { others: [{ mountPoints: [] }] })).toEqual(seen('without a writable volume'));
});

test('without ECS Exec nothing is asked for it', () => {
  const closed: Around = { service: { enableExecuteCommand: false } };
  expect(judge(execWorksWithReadOnlyRoot, { mountPoints: [] }, closed)).toBe(true);
  expect(judge(execInitProcess, { initProcess: false }, closed)).toBe(true);
  expect(execInitProcess.holds(container({ initProcess: false }), HARDENED_TASK)).toBe(true);
});

test('an image for another processor is an error, and silence that is right by default a warning', () => {
  expect(judge(architectureStated, { image: { built: { cpuArchitecture: 'ARM64' } } })).toEqual(seen('built for ARM64, and the task runs on X86_64'));
  expect(judge(architectureStated, {}, { task: { cpuArchitecture: undefined } })).toEqual(seen('sets no CPU architecture', 'hygiene'));
  expect(judge(architectureStated, { image: { built: { cpuArchitecture: undefined } } })).toBe(UNKNOWN);
});

test('the container that the service names to a load balancer is essential', () => {
  const sidecar = { name: 'sidecar' };
  expect(judge(essentialContainer, { essential: false }, { others: [sidecar] })).toEqual(seen('serves the load balancer', 'weakens'));
  expect(judge(essentialContainer, { name: 'other', essential: false }, { others: [{}] })).toBe(true);
  expect(judge(essentialContainer, { essential: false }, { others: [sidecar], service: { registrations: [] } })).toBe(true);
  expect(judge(essentialContainer, { essential: false }, { others: [{ ...sidecar, essential: false }] })).toEqual(seen('no container of the task'));
});

test('where nobody knows which container a service names, the only one with ports is essential', () => {
  const service: Patch<ServiceFacts> = { registrations: [{ containerName: UNKNOWN, containerPort: 8080 }] };
  expect(judge(essentialContainer, { essential: false }, { others: [{ name: 'sidecar', portMappings: [] }], service })).toEqual(seen('serves the load balancer', 'weakens'));
  expect(judge(essentialContainer, { essential: false }, { others: [{ name: 'sidecar' }], service })).toBe(true);
});

test.each([
  ['one that has a health check', 'HEALTHY', {}, true],
  ['one whose health check nobody knows', 'HEALTHY', { healthCheck: UNKNOWN }, true],
  ['one without a health check', 'HEALTHY', { healthCheck: undefined }, seen('no health check')],
  ['one that ends', 'SUCCESS', { essential: false }, true],
  ['one that is essential', 'COMPLETE', {}, seen('essential')],
  ['one that waits for it', 'START', { dependsOn: [{ container: 'app', condition: 'START' }] }, seen('depends on itself')],
  ['one whose name nobody knows', 'HEALTHY', { name: UNKNOWN, healthCheck: undefined }, true],
  ['one that is not in the task', 'START', { name: 'else' }, seen('not in the task')],
])('a container waits for %s', (_, condition, proxy, verdict) => {
  expect(judge(dependencyHasHealthCheck, { dependsOn: [{ container: 'proxy', condition }] }, { others: [{ name: 'proxy', ...proxy } as Patch<ContainerFacts>] })).toEqual(verdict);
});

test.each([
  [{ intervalSeconds: 5, timeoutSeconds: undefined }, true],
  [{ intervalSeconds: 4 }, seen('the interval is 4, but must be 5 to 300')],
  [{ intervalSeconds: 5, timeoutSeconds: 6 }, true],
  [{ intervalSeconds: undefined, timeoutSeconds: 29 }, true],
  [{ timeoutSeconds: 61 }, seen('the timeout is 61, but must be 2 to 60')],
  [{ startPeriodSeconds: 301 }, seen('the start period is 301')],
  [{ retries: UNKNOWN }, true],
])('a health check with %p', (healthCheck, verdict) => {
  expect(judge(healthCheckLimits, { healthCheck })).toEqual(verdict);
});

test('only what the awslogs driver does is to be chosen here', () => {
  expect(judge(logDeliveryMode, { logConfiguration: { driver: 'awsfirelens', options: {} } })).toBe(true);
  expect(judge(logDeliveryMode, { logConfiguration: { options: { 'mode': 'blocking', 'max-buffer-size': undefined } } })).toBe(true);
  expect(judge(logDeliveryMode, { logConfiguration: { options: { 'max-buffer-size': undefined } } })).toEqual(seen('max-buffer-size is not set'));
  expect(judge(logDeliveryMode, { logConfiguration: UNKNOWN })).toBe(UNKNOWN);
});

test('only a container that shares its task needs a memory limit', () => {
  expect(judge(containerMemoryLimit, { memoryMiB: undefined })).toBe(true);
  expect(judge(containerMemoryLimit, { memoryMiB: undefined }, { others: [{}] })).toEqual(seen('no hard memory limit'));
});
