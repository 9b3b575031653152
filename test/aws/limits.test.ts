import { CONTAINER_HEALTH_CHECK, isWithin, STOP_TIMEOUT_SECONDS } from '../../src/aws/limits';

test.each([
  ['a stop timeout', STOP_TIMEOUT_SECONDS, 2, 120],
  ['an interval', CONTAINER_HEALTH_CHECK.interval, 5, 300],
  ['a timeout', CONTAINER_HEALTH_CHECK.timeout, 2, 60],
  ['retries', CONTAINER_HEALTH_CHECK.retries, 1, 10],
  ['a start period', CONTAINER_HEALTH_CHECK.startPeriod, 0, 300],
])('AWS takes %s within its limits, both included', (_, limits, least, most) => {
  expect([least - 1, least, most, most + 1].map(value => isWithin(value, limits))).toEqual([false, true, true, false]);
});
