import { Duration } from 'aws-cdk-lib';
import { isWithin, STOP_TIMEOUT_SECONDS } from '../../aws/limits';

/** How the load balancer checks a task: often enough to take a broken one out within a minute, seldom enough not to be load. */
export const TARGET_HEALTH_CHECK = {
  interval: Duration.seconds(15),
  timeout: Duration.seconds(5),
  healthyThreshold: 2,
  unhealthyThreshold: 3,
} as const;

const { least: SHORTEST_DRAIN_SECONDS, most: LONGEST_DRAIN_SECONDS } = STOP_TIMEOUT_SECONDS;

/** CloudFormation gives up on a service that is not stable after three hours. */
const LONGEST_STARTUP_SECONDS = 2 * 60 * 60;

/** Every time that follows from how long the application needs to start and to finish. */
export interface Timing {
  /** How long ECS leaves a starting task alone, whatever the load balancer says. */
  readonly gracePeriod: Duration;
  readonly startupTime: Duration;
  readonly stopTimeout: Duration;
  readonly deregistrationDelay: Duration;
}

/** Derives the times of a service from the two that its author knows. */
export function timingOf(startupTime = Duration.seconds(60), drainTime = Duration.seconds(30)): Timing {
  requireStartupTime(startupTime);
  requireDrainTime(drainTime);
  return {
    gracePeriod: gracePeriodOf(startupTime),
    startupTime,
    stopTimeout: drainTime,
    deregistrationDelay: drainTime,
  };
}

/**
 * The load balancer counts from registration: a task that is up at the very end of its start-up time needs that many
 * passed checks more, may just have missed one, and must not be killed for the failed ones before.
 */
function gracePeriodOf(startupTime: Duration): Duration {
  if (startupTime.isUnresolved()) return startupTime;
  const { interval, healthyThreshold, unhealthyThreshold } = TARGET_HEALTH_CHECK;
  const checks = Math.max(healthyThreshold, unhealthyThreshold) + 1;
  return Duration.seconds(startupTime.toSeconds() + checks * interval.toSeconds());
}

function requireStartupTime(startupTime: Duration): void {
  if (startupTime.isUnresolved() || startupTime.toSeconds() <= LONGEST_STARTUP_SECONDS) return;
  throw new Error(
    `'startupTime' is ${startupTime.toSeconds()} seconds, but CloudFormation rolls back a service that is not stable `
      + `within three hours; set it to at most ${LONGEST_STARTUP_SECONDS}, and move long preparation out of the startup, `
      + 'for example into the image build',
  );
}

function requireDrainTime(drainTime: Duration): void {
  if (drainTime.isUnresolved()) return;
  const seconds = drainTime.toSeconds();
  if (isWithin(seconds, STOP_TIMEOUT_SECONDS)) return;
  throw new Error(
    `'drainTime' is ${seconds} seconds, but Fargate allows ${SHORTEST_DRAIN_SECONDS} to ${LONGEST_DRAIN_SECONDS} seconds between `
      + 'SIGTERM and SIGKILL; set it in this range, and finish the work in that time, for example by returning long jobs to their queue',
  );
}
