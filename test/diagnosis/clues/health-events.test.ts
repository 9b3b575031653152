import { diagnose } from '../../../src/diagnosis/diagnose';
import { evidenceOf } from '../evidence-of';

const TASK = 'c50e321c974248dbaf4ae2cfa1662986';
const UNHEALTHY = `(service web) (task ${TASK}) (port 80) is unhealthy in (target-group web) due to (reason Request timed out).`;

const suspects = (taskArn: string | undefined) => {
  const ended = { stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }], ...taskArn && { taskArn } };
  return diagnose(evidenceOf({ task: ended, serviceEvents: [UNHEALTHY] })).alternatives.map(({ cause }) => cause);
};

test('what the service says of a task counts for that task, and for no other that ended by itself', () => {
  const arn = 'arn:aws:ecs:eu-west-1:111122223333:task/shop/';
  expect(suspects(arn + TASK)).toContain('health/elb-timeout');
  expect(suspects(`${arn}0123456789abcdef0123456789abcdef`)).not.toContain('health/elb-timeout');
  expect(suspects(undefined)).not.toContain('health/elb-timeout');
});
