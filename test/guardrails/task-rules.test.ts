import { HARDENED_CONTAINER, HARDENED_SERVICE, HARDENED_TASK } from './hardened-facts';
import type { ContainerFacts } from '../../src/facts/model/container';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import type { TaskFacts } from '../../src/facts/model/task';
import { evaluate, evaluateTask } from '../../src/guardrails/evaluate';
import { containerMemoryFits } from '../../src/guardrails/rules/container-memory-fits';
import { efsInTransitEncryption } from '../../src/guardrails/rules/efs-in-transit-encryption';
import { environmentFits } from '../../src/guardrails/rules/environment-fits';
import { fargateSupportsParameters } from '../../src/guardrails/rules/fargate-supports-parameters';
import { fargateTaskSize } from '../../src/guardrails/rules/fargate-task-size';
import { platformVersionCurrent } from '../../src/guardrails/rules/platform-version-current';

const task = (given: Partial<TaskFacts>): TaskFacts => ({ ...HARDENED_TASK, ...given });
const container = (given: Partial<ContainerFacts>): ContainerFacts => ({ ...HARDENED_CONTAINER, ...given });
const seen = (words: string) => ({ seen: expect.stringContaining(words) });

test.each([
  [256, 2048], [512, 1024], [1024, 8192], [2048, 5120], [4096, 30720], [8192, 20480], [16384, 122880], [32768, 61440], [32768, 249856],
])('Fargate offers %d CPU units with %d MiB', (cpu, memoryMiB) => {
  expect(fargateTaskSize.holds(task({ cpu, memoryMiB }), undefined)).toBe(true);
});

test.each<[TaskFacts['cpu'], TaskFacts['memoryMiB'], string]>([
  [256, 3072, 'but Fargate supports 512, 1024, 2048 MiB'],
  [1024, 2500, 'but Fargate supports 2048 to 8192 MiB in steps of 1024'],
  [8192, 18432, 'steps of 4096'],
  [300, 512, 'the task has 300 CPU units'],
  [undefined, 512, 'the task definition sets no cpu'],
  [UNKNOWN, undefined, 'the task definition sets no memory'],
  [16384, 16384, 'the task has Cpu 16384 and Memory 16384'],
  [256, 4096, 'with Cpu 256, and 4096 MiB only with Cpu 512, 1024, 2048'],
])('Fargate does not offer %p CPU units with %p MiB', (cpu, memoryMiB, words) => {
  expect(fargateTaskSize.holds(task({ cpu, memoryMiB }), undefined)).toMatchObject(seen(words));
});

test('a number of CPU units that Fargate does not support is found at Cpu, and a wrong pair at Memory', () => {
  const propertyOf = (size: Partial<TaskFacts>) => evaluateTask(task(size), [fargateTaskSize]).map(({ at }) => at.property);
  expect(propertyOf({ cpu: 300, memoryMiB: 512 })).toEqual(['Properties.Cpu']);
  expect(propertyOf({ cpu: 256, memoryMiB: 4096 })).toEqual(['Properties.Memory']);
});

test('Windows begins with one vCPU and ends with four', () => {
  const operatingSystem = 'WINDOWS_SERVER_2019_FULL';
  expect(fargateTaskSize.holds(task({ operatingSystem, cpu: 4096, memoryMiB: 8192 }), undefined)).toBe(true);
  for (const cpu of [512, 8192]) expect(fargateTaskSize.holds(task({ operatingSystem, cpu, memoryMiB: 16384 }), undefined)).toMatchObject(seen('but Fargate supports 1024, 2048, 4096'));
});

test('a size that deployment decides is not judged', () => {
  expect(fargateTaskSize.holds(task({ cpu: UNKNOWN }), undefined)).toBe(UNKNOWN);
  expect(fargateTaskSize.holds(task({ memoryMiB: UNKNOWN }), undefined)).toBe(UNKNOWN);
});

test.each<[string, readonly Partial<ContainerFacts>[], unknown]>([
  ['limits that fill the task', [{ memoryMiB: 512 }, { memoryMiB: 512 }], true],
  ['limits that exceed it together, with reservations that fit', [{ memoryMiB: 1024, memoryReservationMiB: 256 }, { memoryMiB: 1024, memoryReservationMiB: 512 }], true],
  ['limits that exceed it together, without reservations', [{ memoryMiB: 1024 }, { memoryMiB: 512 }], true],
  ['reservations that exceed it together', [{ memoryMiB: 1024, memoryReservationMiB: 640 }, { memoryMiB: 1024, memoryReservationMiB: 512 }],
    seen('reserve 1152 MiB in total')],
  ['a limit that exceeds it alone', [{ memoryMiB: 2048, memoryReservationMiB: 64 }], seen("container 'app' has a hard limit of 2048 MiB")],
  ['a reservation above the limit', [{ memoryMiB: 256, memoryReservationMiB: 512 }], seen("container 'app' reserves 512 MiB, but its hard limit is 256 MiB")],
  ['a reservation that nobody knows', [{ memoryMiB: 1024, memoryReservationMiB: UNKNOWN }, { memoryMiB: 1024 }], true],
])('containers with %s', (_, containers, verdict) => {
  expect(containerMemoryFits.holds(task({ containers: containers.map(container) }), undefined)).toEqual(verdict);
});

test('a hundred variables fit, and one more does not', () => {
  const environment = (length: number) => Array.from({ length }, (_, index) => ({ name: `SETTING_${index}`, value: 'x' }));
  expect(environmentFits.holds(task({ containers: [container({ environment: environment(100) })] }), undefined)).toBe(true);
  expect(environmentFits.holds(task({ containers: [container({ environment: environment(101), name: UNKNOWN })], leastBytes: 65_537 }), undefined))
    .toEqual({ seen: 'a container has 101 environment variables; the task definition has at least 65 KiB' });
});

test('files on EFS travel encrypted, above all under IAM and through access points', () => {
  const volume = { fileSystemId: 'fs-1', mountTargets: UNKNOWN, transitEncryption: false, iam: false, accessPoint: undefined } as const;
  const verdict = (efs: object) => efsInTransitEncryption.holds(task({ volumes: [{ name: 'files', efs: { ...volume, ...efs } }] }), undefined);
  expect(verdict({})).toEqual({ seen: "volume 'files' has no transit encryption" });
  expect(verdict({ iam: true })).toEqual({ seen: expect.stringContaining('but uses IAM'), class: 'refused' });
  expect(verdict({ accessPoint: 'fsap-1' })).toEqual({ seen: expect.stringContaining('but uses an access point'), class: 'refused' });
  for (const transitEncryption of [true, UNKNOWN]) expect(verdict({ transitEncryption })).toBe(true);
  expect(efsInTransitEncryption.holds(task({ volumes: [{ name: 'files', efs: undefined }, { name: UNKNOWN, efs: UNKNOWN }] }), undefined)).toBe(true);
});

test('what Fargate refuses of a service is shown in the service, and beside a fault of the task in the same breath', () => {
  const service: ServiceFacts = { ...HARDENED_SERVICE, unsupportedParameters: ['schedulingStrategy', 'placementStrategies'] };
  expect(evaluate(service, [fargateSupportsParameters])).toMatchObject([
    { at: { path: 'Shop/Service', property: 'Properties.SchedulingStrategy' }, seen: 'the service sets schedulingStrategy, placementStrategies' },
  ]);
  expect(evaluate({ ...service, task: task({ unsupportedParameters: ['ipcMode'] }) }, [fargateSupportsParameters])).toMatchObject([
    { at: { path: 'Shop/TaskDefinition' }, seen: 'the task definition sets ipcMode; the service sets schedulingStrategy, placementStrategies' },
  ]);
});

test('a parameter of a service that nobody knows is not refused, nor is a task without a service', () => {
  expect(fargateSupportsParameters.holds(HARDENED_TASK, { ...HARDENED_SERVICE, unsupportedParameters: UNKNOWN })).toBe(true);
  expect(fargateSupportsParameters.holds(HARDENED_TASK, undefined)).toBe(true);
});

test.each<[string | undefined, string | undefined, unknown]>([
  ['LATEST', undefined, true],
  [undefined, undefined, true],
  ['1.4.0', undefined, true],
  ['1.10.0', undefined, true],
  ['1.3.0', undefined, seen('1.3.0')],
  ['1.0.0', 'WINDOWS_SERVER_2022_CORE', true],
  ['1.0.0', '${S/Param.Ref}', UNKNOWN],
  ['${S/Param.Ref}', undefined, UNKNOWN],
])('the platform version %p of a task on %p', (platformVersion, operatingSystem, verdict) => {
  expect(platformVersionCurrent.holds({ ...HARDENED_SERVICE, platformVersion, task: task({ operatingSystem }) })).toEqual(verdict);
});

test('an old version is old, whatever task runs on it', () => {
  expect(platformVersionCurrent.holds({ ...HARDENED_SERVICE, platformVersion: '1.3.0', task: UNKNOWN })).toEqual(seen('1.3.0'));
  expect(platformVersionCurrent.holds({ ...HARDENED_SERVICE, platformVersion: '1.0.0', task: UNKNOWN })).toBe(UNKNOWN);
});
