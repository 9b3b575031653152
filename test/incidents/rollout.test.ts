import { aStop, at } from './a-stop';
import { countStop } from '../../src/incidents/count-stop';
import { canBeSent, withoutNotice } from '../../src/incidents/notice';
import { atEndOf, breakerThreshold, withDesiredCount } from '../../src/incidents/rollout';

const NOW = at(0);
const held = countStop(undefined, aStop({ rollout: 'ecs-svc/7' }), NOW);

test.each([[undefined, 3], [0, 3], [2, 3], [7, 4], [50, 25], [1000, 200]])('a service of %s tasks fails its deployment after %s', (desired, failures) => {
  expect(breakerThreshold(desired)).toBe(failures);
  expect(withDesiredCount(held, desired).rollout).toMatchObject({ threshold: failures });
});

test('the end of the rollout releases what waited for it', () => {
  expect(canBeSent(held, NOW)).toBe(false);
  expect(canBeSent(atEndOf('ecs-svc/7', held), NOW)).toBe(true);
});

test('the end of another deployment changes nothing', () => expect(atEndOf('ecs-svc/8', held)).toBe(held));

test('five minutes release it, too', () => {
  expect(canBeSent(held, at(4.9))).toBe(false);
  expect(canBeSent(held, at(5))).toBe(true);
});

test('a failed deployment tells of its tasks in one message', () => {
  const taken = atEndOf('ecs-svc/7', held, 'deployment');
  expect(taken).toMatchObject({ partOf: 'deployment' });
  expect(taken).not.toHaveProperty('notice');
});

test('the incident of the deployment is no part of itself', () => expect(atEndOf('ecs-svc/7', held, held.id)).toBe(held));

test('what was told during the rollout is not told again at its end', () => {
  const told = withoutNotice(held);
  expect(atEndOf('ecs-svc/7', told)).toBe(told);
});

test('the last failure before the circuit breaker is triggered releases the message', () => {
  const again = (key: string, rollout?: string) => aStop({ key, rollout });
  const second = countStop(held, again('task-1', 'ecs-svc/7'), NOW);
  expect(second).toMatchObject({ rollout: { failures: 2, threshold: 3 }, notice: { kind: 'rollout-at-risk', leasedBy: 'task-1' } });
  expect(countStop(held, again('task-1', 'ecs-svc/8'), NOW)).toMatchObject({ rollout: { failures: 1 } });
  expect(countStop(second, again('task-2', 'ecs-svc/7'), NOW)).toMatchObject({ rollout: { failures: 3 } });
});

test('an incident outside of a rollout has no threshold', () => {
  const incident = countStop(undefined, aStop(), NOW);
  expect(withDesiredCount(incident, 8)).toBe(incident);
});
