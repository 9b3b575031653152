import { startedTasks } from '../../src/account/started-tasks';

const NOW = Date.parse('2026-11-27T12:00:00Z');

const event = (message: string, hoursAgo: number) => ({ message, createdAt: new Date(NOW - hoursAgo * 3_600_000).toISOString() });

test('tasks that ECS started in the last three days are counted by the events of the service', () => {
  const events = [
    event('(service web) has reached a steady state.', 1),
    event('(service web) has started 2 tasks: (task 0a1b) (task 2c3d).', 2),
    event('(service web) has stopped 1 running tasks: (task 0a1b).', 3),
    event('(service web) has started 1 tasks: (task 4e5f).', 71),
    event('(service web) has started 9 tasks: (task 6071).', 73),
  ];
  expect(startedTasks({ events } as object, NOW)).toEqual({ count: 3, atLeast: false });
});

test('where ECS no longer tells of all of them, the count is the least', () => {
  const events = Array.from({ length: 100 }, () => event('(service web) has started 1 tasks: (task 0a1b).', 1));
  expect(startedTasks({ events } as object, NOW)).toEqual({ count: 100, atLeast: true });
});

test('a service without events tells nothing', () => expect(startedTasks({}, NOW)).toBeUndefined());
