import { aStop, at } from './a-stop';
import { countStop } from '../../src/incidents/count-stop';
import { canBeSent } from '../../src/incidents/notice';
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
