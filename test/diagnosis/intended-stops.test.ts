import { diagnose } from '../../src/diagnosis/diagnose';
import { readEvidence } from '../../src/evidence/read/read-evidence';

test.each([
  ['a person stopped the task', { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }, 'stop/user'],
  ['the service replaced the task', { stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' }, 'stop/deployment'],
  ['the task did its work', { group: 'family:job', stopCode: 'EssentialContainerExited', containers: [{ name: 'job', exitCode: 0 }] }, 'stop/completed'],
])('where %s, no program is told to start the task again', (_, taskEvent, cause) => {
  const [diagnosis] = readEvidence({ taskEvent }).map(evidence => diagnose(evidence));
  expect(diagnosis).toMatchObject({ cause, retriable: null });
});
