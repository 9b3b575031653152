import { Duration } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { CONTAINER_HEALTH_CHECK as LIMITS, isWithin, type Limits } from '../../aws/limits';

const DEFAULT_INTERVAL = Duration.seconds(15);
const DEFAULT_TIMEOUT = Duration.seconds(5);
const DEFAULT_RETRIES = 3;
const MOST_RETRIES = LIMITS.retries.most;

/** Completes the check inside the container, and sees to it that it does not kill a task that is still starting. */
export function containerHealthCheck(check: ecs.HealthCheck, startupTime: Duration): ecs.HealthCheck {
  requireCommand(check.command);
  const interval = check.interval ?? DEFAULT_INTERVAL;
  const timeout = check.timeout ?? DEFAULT_TIMEOUT;
  const startPeriod = check.startPeriod ?? startPeriodOf(startupTime);

  requireSeconds('healthCheck.interval', interval, LIMITS.interval);
  requireSeconds('healthCheck.timeout', timeout, LIMITS.timeout);
  requireSeconds('healthCheck.startPeriod', startPeriod, LIMITS.startPeriod);
  requireShorterTimeout(timeout, interval);

  const retries = check.retries ?? retriesUntil(startupTime, startPeriod, interval);
  requireRetries(retries);
  requireStartUpCovered({ startupTime, startPeriod, interval, retries });
  return { command: check.command, interval, timeout, startPeriod, retries };
}

interface Patience {
  readonly startupTime: Duration;
  readonly startPeriod: Duration;
  readonly interval: Duration;
  readonly retries: number;
}

/** As long as the start takes, within what ECS allows; zero seconds would switch it off. */
function startPeriodOf(startupTime: Duration): Duration {
  if (startupTime.isUnresolved()) return startupTime;
  return Duration.seconds(Math.min(Math.max(startupTime.toSeconds(), 1), LIMITS.startPeriod.most));
}

/** A start-up longer than the longest start period is covered by patience with failed checks. */
function retriesUntil(startupTime: Duration, startPeriod: Duration, interval: Duration): number {
  if ([startupTime, startPeriod, interval].some(time => time.isUnresolved())) return DEFAULT_RETRIES;
  const uncovered = startupTime.toSeconds() - startPeriod.toSeconds();
  return Math.max(DEFAULT_RETRIES, Math.min(MOST_RETRIES, Math.ceil(uncovered / interval.toSeconds())));
}

function requireStartUpCovered({ startupTime, startPeriod, interval, retries }: Patience): void {
  if ([startupTime, startPeriod, interval].some(time => time.isUnresolved())) return;
  const patience = startPeriod.toSeconds() + interval.toSeconds() * retries;
  if (startupTime.toSeconds() <= patience) return;
  throw new Error(
    `'startupTime' is ${startupTime.toSeconds()} seconds, but 'healthCheck' declares the container unhealthy after `
      + `${patience} (start period ${startPeriod.toSeconds()} + ${retries} checks of ${interval.toSeconds()}), so ECS would `
      + "stop every task before it is up; set a longer 'healthCheck.interval', more 'healthCheck.retries' (up to "
      + `${MOST_RETRIES}), or leave the check to the load balancer`,
  );
}

function requireCommand(command: readonly string[]): void {
  if (command.length > 0) return;
  throw new Error(
    "'healthCheck.command' is empty, but a health check must have a command; set it, for example to ['CMD', "
      + "'/bin/health'], or remove 'healthCheck'",
  );
}

function requireSeconds(prop: string, time: Duration, limits: Limits): void {
  if (time.isUnresolved() || isWithin(time.toSeconds(), limits)) return;
  throw new Error(`'${prop}' is ${time.toSeconds()} seconds, but ECS allows ${limits.least} to ${limits.most} seconds`);
}

function requireShorterTimeout(timeout: Duration, interval: Duration): void {
  if (timeout.isUnresolved() || interval.isUnresolved() || timeout.toSeconds() < interval.toSeconds()) return;
  throw new Error(
    `'healthCheck.timeout' is ${timeout.toSeconds()} seconds and 'healthCheck.interval' ${interval.toSeconds()}, but a check must `
      + 'end before the next one begins; set a shorter timeout or a longer interval',
  );
}

function requireRetries(retries: number): void {
  if (Number.isInteger(retries) && isWithin(retries, LIMITS.retries)) return;
  throw new Error(`'healthCheck.retries' is ${retries}, but ECS allows 1 to ${MOST_RETRIES}`);
}
