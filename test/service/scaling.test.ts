import { Duration, Lazy } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { behindHttps, declared, declareIn, type Differences, newStack, only } from './declare';
import { LoadBalancing, Scaling } from '../../src/index';

const refused = (differences: Differences) => expect(() => declareIn(newStack(), differences));

test('when the load decides how many tasks run, no deployment sets the number back', () => {
  const template = declared(() => ({ scaling: Scaling.onUtilization({ maxCapacity: 10 }) }));
  expect(only(template, 'AWS::ECS::Service').DesiredCount).toBeUndefined();
  expect(only(template, 'AWS::ApplicationAutoScaling::ScalableTarget')).toMatchObject({ MinCapacity: 2, MaxCapacity: 10 });
});

test('scaling out waits for tasks that are still starting', () => {
  const template = declared(() => ({ scaling: Scaling.onUtilization({ maxCapacity: 10 }), startupTime: Duration.minutes(4) }));
  expect(only(template, 'AWS::ApplicationAutoScaling::ScalingPolicy').TargetTrackingScalingPolicyConfiguration)
    .toMatchObject({ ScaleOutCooldown: 240, TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } });
});

test('memory and requests scale a service only when it is asked for', () => {
  const scaling = Scaling.onUtilization({
    maxCapacity: 10, targetCpuUtilizationPercent: 40, targetMemoryUtilizationPercent: 70, targetRequestsPerTask: 600,
  });
  const policies = Object.values(declared(stack => ({ ...behindHttps(stack), scaling })).findResources('AWS::ApplicationAutoScaling::ScalingPolicy'));
  const metricAndTarget = policies.map(policy => policy.Properties.TargetTrackingScalingPolicyConfiguration)
    .map(({ PredefinedMetricSpecification: metric, TargetValue: target }) => [metric.PredefinedMetricType, target]);
  expect(metricAndTarget).toEqual([['ECSServiceAverageCPUUtilization', 40], ['ECSServiceAverageMemoryUtilization', 70], ['ALBRequestCountPerTarget', 600]]);
});

test('a scaled service offers its task count to further policies', () => {
  expect(declareIn(newStack(), { scaling: Scaling.onUtilization({ maxCapacity: 4 }) }).scalableTaskCount).toBeDefined();
  expect(declareIn(newStack()).scalableTaskCount).toBeUndefined();
});

test('a service has one owner of its task count', () => {
  refused({ desiredCount: 3, scaling: Scaling.onUtilization({ maxCapacity: 4 }) }).toThrow("'desiredCount' is 3, but 'scaling' sets the number of tasks");
});

test('the most tasks cannot be fewer than the fewest', () => {
  refused({ scaling: Scaling.onUtilization({ minCapacity: 5, maxCapacity: 4 }) }).toThrow("'scaling.maxCapacity' is 4, but 'scaling.minCapacity' is 5");
  refused({ scaling: Scaling.onUtilization({ maxCapacity: 1 }) }).toThrow("'scaling.maxCapacity' is 1, but 'scaling.minCapacity' is 2");
});

test('a service without tasks is refused', () => {
  refused({ desiredCount: 0 }).toThrow("'desiredCount' is 0, but must be a whole number of at least 1");
  refused({ scaling: Scaling.onUtilization({ minCapacity: 0, maxCapacity: 4 }), containerPort: 80, loadBalancing: LoadBalancing.internal() }).toThrow(
    "'scaling.minCapacity' is 0, but must be a whole number of at least 1");
});

describe('a worker that utilization scales to zero', () => {
  const scaling = Scaling.onUtilization({ minCapacity: 0, maxCapacity: 4, targetMemoryUtilizationPercent: 70 });

  test('is an error, because nothing starts the first task again', () => {
    expect(() => declared(() => ({ scaling }))).toThrow('only target tracking of CPU or memory scales the service');
  });

  test('is accepted with a schedule that starts a task', () => {
    declared(() => ({ scaling }), ({ scalableTaskCount }) => scalableTaskCount?.scaleOnSchedule('Morning', { schedule: Schedule.cron({ hour: '6' }), minCapacity: 1 }))
      .hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 0 });
  });

  test('is accepted with an own metric that has a value without tasks', () => {
    declared(() => ({ scaling }), ({ scalableTaskCount }) => scalableTaskCount?.scaleToTrackCustomMetric('Videos', {
      metric: new Metric({ namespace: 'Shop', metricName: 'Videos' }), targetValue: 10,
    })).hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity: 0 });
  });
});

test('requests cannot scale a worker', () => {
  refused({ scaling: Scaling.onUtilization({ maxCapacity: 4, targetRequestsPerTask: 100 }) }).toThrow("'scaling.targetRequestsPerTask' is 100, but no application load balancer counts requests");
});

test.each([
  [{ targetCpuUtilizationPercent: 0 }, "'scaling.targetCpuUtilizationPercent' is 0, but a target utilization must be above 0 and at most 100 percent"],
  [{ targetCpuUtilizationPercent: 150 }, "'scaling.targetCpuUtilizationPercent' is 150"],
  [{ targetMemoryUtilizationPercent: -1 }, "'scaling.targetMemoryUtilizationPercent' is -1"],
  [{ targetRequestsPerTask: 0 }, "'scaling.targetRequestsPerTask' is 0, but it must be above 0"],
])('a target that can never be met is refused: %j', (target, message) => {
  refused({ scaling: Scaling.onUtilization({ maxCapacity: 4, ...target }) }).toThrow(message);
});

test('counts that only deployment knows pass', () => {
  const unknown = Lazy.number({ produce: () => 3 });
  refused({ desiredCount: unknown }).not.toThrow();
  refused({ scaling: Scaling.onUtilization({ minCapacity: unknown, maxCapacity: unknown, targetCpuUtilizationPercent: unknown }) }).not.toThrow();
});
