import { Duration, Lazy } from 'aws-cdk-lib';
import { containerOf, declared } from './declare';
import { containerHealthCheck } from '../../src/service/task/container-health-check';

const command = ['CMD', '/bin/health'];
const MINUTE = Duration.minutes(1);

test('the check of a service leaves it alone while it starts', () => {
  const template = declared(() => ({ healthCheck: { command }, startupTime: Duration.seconds(90) }));
  expect(containerOf(template).HealthCheck).toEqual({ Command: command, Interval: 15, Timeout: 5, Retries: 3, StartPeriod: 90 });
});

test('a start-up longer than the longest start period is covered by more retries', () => {
  const { startPeriod, retries } = containerHealthCheck({ command, interval: MINUTE }, Duration.minutes(12));
  expect(startPeriod?.toSeconds()).toBe(300);
  expect(retries).toBe(7);
});

test('a start-up that no number of retries covers is refused', () => {
  expect(() => containerHealthCheck({ command }, Duration.minutes(12)))
    .toThrow("'startupTime' is 720 seconds, but 'healthCheck' declares the container unhealthy after 450");
});

test.each([
  [{ command: [] }, "'healthCheck.command' is empty, but a health check must have a command"],
  [{ interval: Duration.seconds(4) }, "'healthCheck.interval' is 4 seconds, but ECS allows 5 to 300"],
  [{ interval: Duration.seconds(301) }, "'healthCheck.interval' is 301 seconds"],
  [{ timeout: Duration.seconds(1) }, "'healthCheck.timeout' is 1 seconds, but ECS allows 2 to 60"],
  [{ startPeriod: Duration.seconds(301) }, "'healthCheck.startPeriod' is 301 seconds, but ECS allows 0 to 300"],
  [{ retries: 11 }, "'healthCheck.retries' is 11, but ECS allows 1 to 10"],
  [{ interval: Duration.seconds(10), timeout: Duration.seconds(10) }, "'healthCheck.timeout' is 10 seconds and 'healthCheck.interval' 10"],
])('a check that ECS refuses is refused here: %j', (check, message) => {
  expect(() => containerHealthCheck({ command, ...check }, MINUTE)).toThrow(message);
});

test('times that only deployment knows pass', () => {
  const unknown = Duration.seconds(Lazy.number({ produce: () => 1 }));
  expect(() => containerHealthCheck({ command, interval: unknown, timeout: unknown, startPeriod: unknown }, unknown)).not.toThrow();
});
