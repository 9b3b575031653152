import { readInput } from '../../../src/evidence/read/read-evidence';

const JOB = { jobId: 'j-1', jobName: 'nightly', jobQueue: 'q', statusReason: 'Essential container in task exited' };

test('a job that failed is the stop of its last attempt', () => {
  const attempts = [{ container: { exitCode: 1 } }, { container: { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' } }];
  expect(readInput({ jobs: [{ ...JOB, status: 'FAILED', attempts }] }).evidence).toMatchObject([{
    task: {
      stoppedReason: 'Essential container in task exited',
      stopCode: 'EssentialContainerExited',
      containers: [{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
    },
  }]);
});

test('a job that failed before its container started has no exit code', () => {
  const [{ task }] = readInput({ jobs: [{ ...JOB, status: 'FAILED', attempts: [] }] }).evidence;
  expect([task.stopCode, task.containers[0].exitCode]).toEqual([undefined, undefined]);
});

test.each<[object, string]>([
  [{ status: 'SUCCEEDED' }, 'job nightly is SUCCEEDED'],
  [{ status: 'RUNNING', jobName: undefined }, 'job j-1 is RUNNING'],
  [{ status: undefined }, 'job nightly is not failed'],
])('a job that did not fail is told as well: %j', (fields, healthy) => {
  expect(readInput({ jobs: [{ ...JOB, ...fields }] })).toMatchObject({ evidence: [], healthy: [healthy] });
});
