import { startedTasks } from '../../src/account/started-tasks';

const NOW = Date.parse('2026-11-27T12:00:00Z');

const ago = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();

const event = (message: string, hours = 1) => ({ message, createdAt: ago(hours) });

const started = (count: number, hours?: number) => event(`(service web) has started ${count} tasks: (task 0a1b).`, hours);
const stopped = (count: number, hours?: number) => event(`(service web) has stopped ${count} running tasks: (task 0a1b).`, hours);

/** A service that is older than the days that are counted. */
const restartsOf = (events: readonly object[], service: object = { runningCount: 2, desiredCount: 2 }) => {
  const { restarts, isEstimate } = startedTasks({ createdAt: ago(999), ...service, events } as object, NOW) ?? {};
  return { restarts, isEstimate };
};

test('tasks that ECS started in the last three days are counted by the events of the service', () => {
  const events = [event('(service web) has reached a steady state.'), started(2, 2), stopped(1, 3), started(1, 71), started(9, 73)];
  expect(startedTasks({ events } as object, NOW)).toMatchObject({ count: 3, atLeast: false });
});

test('where ECS no longer tells of all of them, the count is the least', () => {
  const events = Array.from({ length: 100 }, () => started(1));
  expect(startedTasks({ events } as object, NOW)).toMatchObject({ count: 100, atLeast: true, isEstimate: true });
});

test('a service without events tells nothing', () => expect(startedTasks({}, NOW)).toBeUndefined());

test('a task that ends by itself is replaced, and that is a restart', () => {
  expect(restartsOf([started(1), started(1, 5)])).toEqual({ restarts: 2, isEstimate: true });
});

test('what a deployment replaces and what scales out and in again are no restarts', () => {
  expect(restartsOf([stopped(2), started(2), stopped(3, 5), started(3, 6)]).restarts).toBe(0);
});

test('what a deployment in progress runs beyond the desired tasks is no restart', () => {
  expect(restartsOf([started(2)], { runningCount: 3, pendingCount: 1, desiredCount: 2 }).restarts).toBe(0);
});

test('a task that ECS stops because it is unhealthy counts once, however often its events say so', () => {
  const unhealthy = event('(service web) (task 4e5f) failed container health checks.');
  expect(restartsOf([started(1), stopped(1), unhealthy, unhealthy]).restarts).toBe(1);
});

test('a service that scaled in has no fewer than no restarts', () => expect(restartsOf([stopped(4)]).restarts).toBe(0));

const NEW = { createdAt: ago(21), runningCount: 2, desiredCount: 2 };

test('of a new service every task is known, so that the restarts are exact', () => {
  expect(restartsOf([started(2, 20), started(1, 10)], NEW)).toEqual({ restarts: 1, isEstimate: false });
});

test('where an unhealthy task is not named, the restarts of a new service are an estimate too', () => {
  const unnamed = event('(service web) (port 8080) is unhealthy in (target-group web) due to (reason Health checks failed).');
  expect(restartsOf([unnamed, started(2, 20)], NEW)).toEqual({ restarts: 0, isEstimate: true });
});
