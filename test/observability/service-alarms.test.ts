import { Duration } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { alarmIn, alarmsIn, fires, type Minute } from './alarm-state';
import { synthesize } from './synthesized-alarms';
import { OptionalAlarm } from '../../src/index';

/** The same minute, again and again. */
const minutes = (count: number, minute: Minute = {}): Minute[] => Array.from({ length: count }, () => minute);

const web = synthesize({});
const worker = synthesize({ loadBalanced: false, told: false });
const alarm = (id: string) => alarmIn(web, id);
const alarmsOf = (template: Template) => template.findResources('AWS::CloudWatch::Alarm');
const [listener] = Object.keys(web.findResources('AWS::ElasticLoadBalancingV2::Listener'));
const [service] = Object.keys(web.findResources('AWS::ECS::Service'));

describe('every alarm', () => {
  test('keeps its logical id, so that no release replaces it', () => {
    expect(Object.keys(alarmsOf(web)).sort()).toEqual([
      'AlarmsCpuHighF3D3BD99',
      'AlarmsDeploymentErrorsBA842D82',
      'AlarmsMemoryNearLimitC4F705B9',
      'AlarmsNoHealthyTarget43949258',
      'AlarmsRequestErrors7549CA22',
      'AlarmsServiceDownF81E9C69',
      'AlarmsTasksMissing69F22B42',
    ]);
    expect(Object.keys(web.findResources('AWS::CloudWatch::CompositeAlarm'))).toEqual([expect.stringMatching(/^AlarmsHealth[0-9A-F]{8}$/)]);
  });

  test('is named by CloudFormation, so that two services never fight for a name', () => {
    for (const { Properties } of Object.values(alarmsOf(web))) expect(Properties).not.toHaveProperty('AlarmName');
  });

  test('judges minute by minute, the finest that ECS and the load balancer publish', () => {
    for (const { Properties: { Period, Metrics = [] } } of Object.values(alarmsOf(web))) {
      const periods = [Period, ...Metrics.map((entry: { MetricStat?: { Period: number } }) => entry.MetricStat?.Period)];
      expect(new Set(periods.filter(Boolean))).toEqual(new Set([60]));
    }
  });

  test('leaves it to the alarm of the whole service to tell people, once, and when all is well again', () => {
    const [topic] = Object.keys(web.findResources('AWS::SNS::Topic'));
    for (const { Properties } of Object.values(alarmsOf(web))) expect(Properties).not.toHaveProperty('AlarmActions');
    web.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
  });

  test('tells nobody when there is no topic', () => {
    worker.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', { AlarmActions: Match.absent(), OKActions: Match.absent() });
  });

  test('waits for the service, but for the one that the service may refer to', () => {
    const early = Object.entries(alarmsOf(web)).filter(([, made]) => !JSON.stringify(made).includes(`"${service}"`)).map(([id]) => id);
    expect(early).toEqual(['AlarmsDeploymentErrorsBA842D82']);
  });

  test('says in whole sentences what it means and what to do first, in the 1024 characters that CloudWatch keeps', () => {
    for (const { Properties: { AlarmDescription } } of Object.values(alarmsOf(web))) {
      const text = JSON.stringify(AlarmDescription);
      expect(text).toMatch(/ for (two|three|five|ten) (of the last five |of the last three )?minutes\. .*[A-Z]/);
      expect(text.length).toBeLessThan(1024);
    }
  });

  test('that asks to look at the service brings the command, with the names of cluster and service in it', () => {
    const [cluster] = Object.keys(web.findResources('AWS::ECS::Cluster'));
    expect(alarmsOf(web).AlarmsServiceDownF81E9C69.Properties.AlarmDescription['Fn::Join'][1]).toEqual([
      expect.stringMatching(/aws ecs describe-services --cluster $/), { Ref: cluster },
      ' --services ', { 'Fn::GetAtt': [service, 'Name'] }, expect.stringContaining('events'),
    ]);
  });
});

test('a service without a load balancer has no alarm on one', () => {
  expect(JSON.stringify(alarmsOf(worker))).not.toContain('AWS/ApplicationELB');
});

describe('the alarm on missing tasks', () => {
  const rollout = { DesiredTaskCount: 2, RunningTaskCount: 4 };
  const oneShort = { DesiredTaskCount: 2, RunningTaskCount: 1 };

  test('sleeps through a rollout, which runs more tasks than desired', () => {
    expect(fires(alarm('TasksMissing'), minutes(30, rollout))).toBe(false);
  });

  test('sleeps through nine minutes in which a rollout first had to stop a task', () => {
    expect(fires(alarm('TasksMissing'), [rollout, ...minutes(9, oneShort)])).toBe(false);
  });

  test('fires when a task has been missing for ten minutes', () => {
    expect(fires(alarm('TasksMissing'), minutes(10, oneShort))).toBe(true);
  });

  test('leaves it to the alarm on a service that is down when nothing is counted', () => {
    expect(fires(alarm('TasksMissing'), minutes(30))).toBe(false);
  });
});

describe('the alarm on a service that is down', () => {
  test('fires while nothing is counted, because ECS counts nothing while nothing runs', () => {
    expect(fires(alarm('ServiceDown'), minutes(7))).toBe(true);
  });

  test('fires when tasks are wanted and none runs, whether none is counted as zero or not at all', () => {
    expect(fires(alarm('ServiceDown'), minutes(7, { DesiredTaskCount: 2, RunningTaskCount: 0 }))).toBe(true);
    expect(fires(alarm('ServiceDown'), minutes(7, { DesiredTaskCount: 2 }))).toBe(true);
  });

  test('sleeps while none is wanted, or one runs', () => {
    expect(fires(alarm('ServiceDown'), minutes(7, { DesiredTaskCount: 0, RunningTaskCount: 0 }))).toBe(false);
    expect(fires(alarm('ServiceDown'), minutes(7, { DesiredTaskCount: 2, RunningTaskCount: 1 }))).toBe(false);
  });
});

describe('the alarms on usage', () => {
  test.each([['CpuHigh', 'CPUUtilization', 80], ['MemoryNearLimit', 'MemoryUtilization', 95]])(
    '%s sleeps at its limit and without data, and fires above it', (id, metric, limit) => {
      expect(fires(alarm(id), minutes(7, { [metric]: limit }))).toBe(false);
      expect(fires(alarm(id), minutes(7))).toBe(false);
      expect(fires(alarm(id), minutes(7, { [metric]: limit + 1 }))).toBe(true);
    });
});

test('the alarms of the load balancer are about the one whose listener serves the target group', () => {
  const part = (index: number) => ({ 'Fn::Select': [index, { 'Fn::Split': ['/', { Ref: listener }] }] });
  const dimensions = JSON.stringify([{ Name: 'LoadBalancer', Value: { 'Fn::Join': ['', [part(1), '/', part(2), '/', part(3)]] } }]);
  expect(JSON.stringify(alarmsOf(web).AlarmsRequestErrors7549CA22)).toContain(dimensions);
});

test('alarms that are asked for are made where the service can have them', () => {
  const options = { more: Object.values(OptionalAlarm), latencyP99: Duration.millis(500) };
  expect(Object.keys(alarmsIn(synthesize({ options, maxCapacity: 8 })))).toEqual(expect.arrayContaining(
    ['MemoryHigh', 'ContainerRestarts', 'RolloutStuck', 'ScalingExhausted', 'UnhealthyTargets', 'SlowAnswers']));
  expect(Object.keys(alarmsIn(synthesize({ options, loadBalanced: false }))).sort()).toEqual(
    ['ContainerRestarts', 'CpuHigh', 'FailedTasks', 'MemoryHigh', 'MemoryNearLimit', 'RolloutStuck', 'ServiceDown', 'TasksMissing']);
});

test('a deployment that fails requests is rolled back, unless that is not wanted', () => {
  expect(Object.keys(alarmsIn(synthesize({ options: { rollback: false } })))).not.toContain('DeploymentErrors');
});
