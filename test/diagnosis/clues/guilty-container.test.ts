import { guiltyContainer } from '../../../src/diagnosis/clues/guilty-container';
import type { ContainerEvidence } from '../../../src/evidence/model/evidence';
import { evidenceOf } from '../evidence-of';

const guilty = (containers: readonly ContainerEvidence[], stoppedReason?: string) =>
  guiltyContainer(evidenceOf({ task: { containers, stoppedReason } }))?.name;

test('a task of one container has only one suspect', () => {
  expect(guilty([{ name: 'app' }])).toBe('app');
});

test('the first essential container to end is guilty, whatever the others said later', () => {
  expect(guilty([
    { name: 'app', essential: true, exitCode: 1, finishedAt: '2026-01-01T00:00:05Z' },
    { name: 'envoy', essential: true, exitCode: 0, finishedAt: '2026-01-01T00:00:01Z' },
    { name: 'init', essential: false, exitCode: 2, finishedAt: '2026-01-01T00:00:00Z' },
  ])).toBe('envoy');
});

test('without times, an error of its own weighs more than a signal that ECS sent', () => {
  expect(guilty([{ name: 'app', exitCode: 2 }, { name: 'envoy', exitCode: 0 }])).toBe('app');
  expect(guilty([{ name: 'app', exitCode: 143 }, { name: 'proxy', exitCode: 0 }])).toBe('proxy');
  expect(guilty([{ name: 'app', exitCode: 137 }, { name: 'proxy', exitCode: 143 }])).toBe('app');
});

test('out of memory weighs most, with any exit code', () => {
  expect(guilty([{ name: 'a', exitCode: 2 }, { name: 'b', exitCode: 137, reason: 'OutOfMemoryError: container killed due to memory usage' }])).toBe('b');
});

test('a stopped reason that names an image points to its container', () => {
  expect(guilty([{ name: 'app', image: 'web:1' }, { name: 'proxy', image: 'envoy:2' }], 'CannotPullContainerError: envoy:2: not found')).toBe('proxy');
});

test("GuardDuty's container never took the task down", () => {
  expect(guilty([{ name: 'aws-guardduty-agent-nm40lC', exitCode: 1, reason: 'CannotPullContainerError' }, { name: 'app', exitCode: 0 }])).toBe('app');
  expect(guilty([{ name: 'aws-guardduty-agent-nm40lC', exitCode: 1 }])).toBeUndefined();
});

test('where nothing tells the containers apart, none is accused', () => {
  expect(guilty([{ name: 'app' }, { name: 'proxy' }])).toBeUndefined();
});

test('the order of the list does not matter', () => {
  const containers = [{ name: 'b', exitCode: 1 }, { name: 'a', exitCode: 3 }, { exitCode: 1 }];
  expect(guilty(containers)).toBe(guilty([...containers].reverse()));
});
