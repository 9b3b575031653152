import { cut, failureMessage, overdueMessage } from '../../src/jobs/failure-message';

const TASK_ARN = 'arn:aws:ecs:eu-central-1:111122223333:task/shop/0123456789abcdef0123456789abcdef';

const failed = (logTail: readonly string[]) => failureMessage({
  task: {
    taskArn: TASK_ARN,
    clusterArn: 'arn:aws:ecs:eu-central-1:111122223333:cluster/shop',
    taskDefinitionArn: 'arn:aws:ecs:eu-central-1:111122223333:task-definition/ShopMigration:7',
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    group: 'family:ShopMigration',
    startedBy: 'before-deployment',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
  },
  logTail,
});

test('a job that failed says why, what it wrote, and which task it was', () => {
  const message = failed(['applying 0042_orders.sql', 'Error: connect ECONNREFUSED 10.0.3.17:5432']);
  expect(message).toMatch(/^The task before the deployment failed: /);
  expect(message).toContain('ECONNREFUSED 10.0.3.17:5432');
  expect(message).toContain(`Task: ${TASK_ARN}`);
});

test('secrets in the log are left out, whether it failed or took too long', () => {
  const secret = 'postgres://migrator:S3cr3tPassw0rd@db.internal:5432/shop';
  expect(failed([`Error: could not connect to ${secret}`])).not.toContain('S3cr3tPassw0rd');
  expect(overdueMessage({ TaskArn: TASK_ARN, timeoutSeconds: '60', logTail: [`waiting for ${secret}`] })).not.toContain('S3cr3tPassw0rd');
});

test('a message leaves room for the rest of a response of 4,096 bytes, however JSON writes it', () => {
  for (const line of ['x'.repeat(9_000), '"\\"'.repeat(3_000), 'ä🙂\n'.repeat(2_000)]) {
    for (const message of [failed([`Error: ${line}`]), overdueMessage({ TaskArn: TASK_ARN, timeoutSeconds: '60', logTail: [line] })]) {
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(2_802);
    }
  }
});

test('half a character is never left', () => {
  expect(cut('🙂🙂🙂', 8)).toBe('🙂…');
  expect(cut('short', 8)).toBe('short');
});
