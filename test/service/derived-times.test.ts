import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import fc from 'fast-check';
import { behindHttps, containerOf, declared, type Differences, only } from './declare';
import { OptionalAlarm, Scaling } from '../../src/index';
import { timingOf } from '../../src/service/placement/timing';
import { containerHealthCheck } from '../../src/service/task/container-health-check';
import { fuzz } from '../fuzz';
import { alarmIn, type TemplateAlarm } from '../observability/alarm-state';

const ALARMS = readFileSync(join(__dirname, '..', '..', 'docs', 'ALARMS.md'), 'utf8');

const CHECK = { command: ['CMD', '/bin/health'] };

const everySecond = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The times in a template, by the names in docs/ALARMS.md. */
function timesOf(differences: Differences) {
  const template = declared(stack => ({
    ...behindHttps(stack),
    healthCheck: CHECK,
    scaling: Scaling.onUtilization({ maxCapacity: 4 }),
    alarms: { more: [OptionalAlarm.ROLLOUT_STUCK, OptionalAlarm.UNHEALTHY_TARGETS] },
    ...differences,
  }));
  const { HealthCheck: check, StopTimeout: stopTimeout } = containerOf(template);
  const attributes: { Key: string; Value: string }[] = only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').TargetGroupAttributes;
  const [rolloutStuck, unhealthyTargets] = ['RolloutStuck', 'UnhealthyTargets'].map(id => alarmIn(template, id));
  return {
    gracePeriod: only(template, 'AWS::ECS::Service').HealthCheckGracePeriodSeconds,
    startPeriod: check?.StartPeriod,
    retries: check?.Retries,
    pause: only(template, 'AWS::ApplicationAutoScaling::ScalingPolicy').TargetTrackingScalingPolicyConfiguration.ScaleOutCooldown,
    stopTimeout,
    deregistrationDelay: Number(attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')?.Value),
    rolloutStuck,
    unhealthyTargets,
  };
}

describe('over the whole range of startupTime and drainTime,', () => {
  test('the grace period covers the start and four checks of the load balancer, and ends before CloudFormation gives up', () => {
    for (const seconds of everySecond(0, 7_200)) {
      const gracePeriod = timingOf(Duration.seconds(seconds)).gracePeriod.toSeconds();
      expect(gracePeriod).toBe(seconds + 4 * 15);
      expect(gracePeriod).toBeLessThan(3 * 60 * 60);
    }
  });

  test('Fargate keeps the stop timeout, and the load balancer the deregistration delay', () => {
    for (const seconds of everySecond(2, 120)) {
      const { stopTimeout, deregistrationDelay } = timingOf(undefined, Duration.seconds(seconds));
      expect([stopTimeout.toSeconds(), deregistrationDelay.toSeconds()]).toEqual([seconds, seconds]);
    }
  });

  test('the check inside the container waits for the start, within what ECS allows, or says that it cannot', () => {
    for (const seconds of [...everySecond(0, 460), 7_200]) {
      const made = () => containerHealthCheck(CHECK, Duration.seconds(seconds));
      if (seconds > 450) {
        expect(made).toThrow(`'startupTime' is ${seconds} seconds, but 'healthCheck' declares the container unhealthy after 450`);
        continue;
      }
      const { startPeriod, interval, retries = NaN } = made();
      expect(startPeriod?.toSeconds()).toBe(Math.min(Math.max(seconds, 1), 300));
      expect(retries).toBeGreaterThanOrEqual(3);
      expect(retries).toBeLessThanOrEqual(10);
      expect(Number(startPeriod?.toSeconds()) + Number(interval?.toSeconds()) * retries).toBeGreaterThanOrEqual(seconds);
    }
  });

  test('a template has these times, and its alarms wait for the start and look back for a day at most', () => {
    const shortest = fc.integer({ min: 0, max: 450 });
    const drains = fc.oneof(fc.integer({ min: 2, max: 120 }), fc.constantFrom(2, 120));
    fuzz(fc.property(fc.oneof(shortest, fc.constantFrom(0, 450)), drains, (startup, drain) => {
      const { rolloutStuck, unhealthyTargets, ...times } = timesOf({ startupTime: Duration.seconds(startup), drainTime: Duration.seconds(drain) });
      expect(times).toMatchObject({ gracePeriod: startup + 60, pause: startup, stopTimeout: drain, deregistrationDelay: drain });
      expectToWait(rolloutStuck, 2 * startup);
      expectToWait(unhealthyTargets, startup);
    }), 6);
  });

  test('the alarms of the slowest service look back for a day at most', () => {
    const { rolloutStuck, unhealthyTargets, pause } = timesOf({ startupTime: Duration.hours(2), healthCheck: undefined });
    expect(pause).toBe(7_200);
    expectToWait(rolloutStuck, 2 * 7_200);
    expectToWait(unhealthyTargets, 7_200);
  });
});

/** CloudWatch evaluates one day at most in periods of a minute. */
function expectToWait({ EvaluationPeriods: periods, DatapointsToAlarm: datapoints = periods }: TemplateAlarm, seconds: number): void {
  expect(60 * datapoints).toBeGreaterThan(seconds);
  expect(periods).toBeGreaterThanOrEqual(datapoints);
  expect(periods).toBeLessThanOrEqual(24 * 60);
}

describe('the table of the documentation says of', () => {
  const { rolloutStuck, unhealthyTargets, ...times } = timesOf({});
  const minutes = `${rolloutStuck.DatapointsToAlarm} and ${unhealthyTargets.DatapointsToAlarm} minutes`;

  test.each([
    ["grace period of the load balancer's checks", `${times.gracePeriod} s`],
    ['start period of `healthCheck`', `${times.startPeriod} s`],
    ['retries of `healthCheck`', `${times.retries}`],
    ['scale-out cooldown', `${times.pause} s`],
    ['stop timeout of the container', `${times.stopTimeout} s`],
    ['deregistration delay of the target group', `${times.deregistrationDelay} s`],
    ['`RolloutStuck`, `UnhealthyTargets`', minutes],
  ])('%s that it is %s without being told', (value, inTemplate) => {
    const [, documented] = new RegExp(`^\\| ${value} \\|[^|]+\\| ([^|]+) \\|$`, 'm').exec(ALARMS) ?? [];
    expect(documented).toBe(inTemplate);
  });
});
