import { Duration, Lazy } from 'aws-cdk-lib';
import { behindHttps, containerOf, declared, only } from './declare';
import { TARGET_HEALTH_CHECK, timingOf } from '../../src/service/placement/timing';

test('the grace period covers the start and every check that may fail meanwhile', () => {
  const { gracePeriod } = timingOf(Duration.seconds(200));
  const threshold = TARGET_HEALTH_CHECK.interval.toSeconds() * TARGET_HEALTH_CHECK.unhealthyThreshold;
  expect(gracePeriod.toSeconds()).toBeGreaterThan(200 + threshold);
});

test('a web service gets all its times from start-up and drain time', () => {
  const template = declared(stack => ({ ...behindHttps(stack), startupTime: Duration.minutes(3), drainTime: Duration.seconds(90) }));
  expect(only(template, 'AWS::ECS::Service').HealthCheckGracePeriodSeconds).toBe(240);
  expect(containerOf(template).StopTimeout).toBe(90);
  expect(only(template, 'AWS::ElasticLoadBalancingV2::TargetGroup').TargetGroupAttributes)
    .toContainEqual({ Key: 'deregistration_delay.timeout_seconds', Value: '90' });
});

test('without being told, an application has a minute to start and half a minute to finish', () => {
  expect(timingOf().startupTime.toSeconds()).toBe(60);
  expect(timingOf().stopTimeout.toSeconds()).toBe(30);
});

test.each([0, 1, 121, 600])('a drain time of %i seconds is refused, because Fargate would not keep it', seconds => {
  expect(() => timingOf(undefined, Duration.seconds(seconds))).toThrow(`'drainTime' is ${seconds} seconds, but Fargate allows 2 to 120 seconds between SIGTERM and SIGKILL`);
});

test('a start-up that outlasts the patience of CloudFormation is refused', () => {
  expect(() => timingOf(Duration.hours(3))).toThrow("'startupTime' is 10800 seconds, but CloudFormation");
});

test('times that only deployment knows pass', () => {
  const unknown = Duration.seconds(Lazy.number({ produce: () => 500 }));
  expect(() => timingOf(unknown, unknown)).not.toThrow();
});
