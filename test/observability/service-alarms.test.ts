import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as sns from 'aws-cdk-lib/aws-sns';
import { alarmIn, fires, type Minute } from './alarm-state';
import { plainService } from './plain-service';
import { serviceAlarms } from '../../src/observability/service-alarms';
import { propertiesOf } from '../found';

/** The same minute, again and again. */
const minutes = (count: number, minute: Minute = {}): Minute[] => Array.from({ length: count }, () => minute);

function synthesize({ loadBalanced, told }: { loadBalanced: boolean; told: boolean }): Template {
  const stack = new Stack(new App(), 'Web');
  const service = plainService(stack);
  const targetGroup = loadBalanced ? targetGroupOf(stack, service) : undefined;
  serviceAlarms(stack, { service, targetGroup, topic: told ? new sns.Topic(stack, 'Topic') : undefined });
  return Template.fromStack(stack);
}

function targetGroupOf(stack: Stack, service: ReturnType<typeof plainService>): elbv2.ApplicationTargetGroup {
  const loadBalancer = new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc: service.cluster.vpc });
  return loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
}

const web = synthesize({ loadBalanced: true, told: true });
const worker = synthesize({ loadBalanced: false, told: false });
const alarm = (id: string) => alarmIn(web, id);
const eachAlarm = () => propertiesOf(web, 'AWS::CloudWatch::Alarm');

describe('every alarm', () => {
  test('keeps its logical id, so that no release replaces it', () => {
    expect(Object.keys(web.findResources('AWS::CloudWatch::Alarm')).sort()).toEqual([
      'AlarmsCpuHighF3D3BD99',
      'AlarmsLoadBalancerErrorsC72AE10C',
      'AlarmsMemoryHigh057348B6',
      'AlarmsMemoryNearLimitC4F705B9',
      'AlarmsNoHealthyTarget43949258',
      'AlarmsServiceDownF81E9C69',
      'AlarmsTargetErrors02554CD0',
      'AlarmsTasksMissing69F22B42',
      'AlarmsUnhealthyTargets4A7E89EA',
    ]);
  });

  test('is named by CloudFormation, so that two services never fight for a name', () => {
    for (const properties of eachAlarm()) expect(properties).not.toHaveProperty('AlarmName');
  });

  test('judges minute by minute, the finest that ECS and the load balancer publish', () => {
    for (const { Period, Metrics = [] } of eachAlarm()) {
      const periods = [Period, ...Metrics.map((entry: { MetricStat?: { Period: number } }) => entry.MetricStat?.Period)];
      expect(new Set(periods.filter(Boolean))).toEqual(new Set([60]));
    }
  });

  test('tells the topic when it fires and when all is well again', () => {
    const [topic] = Object.keys(web.findResources('AWS::SNS::Topic'));
    web.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
  });

  test('tells nobody when there is no topic', () => {
    worker.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: Match.absent(), OKActions: Match.absent() });
  });

  test('says in whole sentences what it means and what to do first, in the 1024 characters that CloudWatch keeps', () => {
    for (const { AlarmDescription } of eachAlarm()) {
      const text = JSON.stringify(AlarmDescription);
      expect(text).toMatch(/For (two|three|five|ten) (of the last five )?minutes .*[.:] [A-Z]/);
      expect(text.length).toBeLessThan(1024);
    }
  });

  test('that asks to look at the service brings the command, with the names of cluster and service in it', () => {
    const [cluster] = Object.keys(web.findResources('AWS::ECS::Cluster'));
    const [service] = Object.keys(web.findResources('AWS::ECS::Service'));
    web.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'RunningTaskCount',
      AlarmDescription: {
        'Fn::Join': ['', [
          Match.stringLikeRegexp('aws ecs describe-services --cluster $'), { Ref: cluster },
          ' --services ', { 'Fn::GetAtt': [service, 'Name'] }, Match.stringLikeRegexp('events'),
        ]],
      },
    });
  });
});

test('a service without a load balancer has no alarm on one', () => {
  expect(JSON.stringify(worker.findResources('AWS::CloudWatch::Alarm'))).not.toContain('AWS/ApplicationELB');
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

  test('fires when half of what it subtracts is not sent', () => {
    expect(fires(alarm('TasksMissing'), minutes(10, { DesiredTaskCount: 2 }))).toBe(true);
  });
});

describe('the alarm on a service that is down', () => {
  test('fires while no count is sent, because ECS counts nothing while nothing runs', () => {
    expect(fires(alarm('ServiceDown'), minutes(5))).toBe(true);
  });

  test('fires when the count is zero', () => {
    expect(fires(alarm('ServiceDown'), minutes(5, { RunningTaskCount: 0 }))).toBe(true);
  });

  test('sleeps while one task runs', () => {
    expect(fires(alarm('ServiceDown'), minutes(5, { RunningTaskCount: 1 }))).toBe(false);
  });

  test('sleeps through a gap of four minutes', () => {
    expect(fires(alarm('ServiceDown'), [{ RunningTaskCount: 2 }, ...minutes(4)])).toBe(false);
  });
});

describe('the alarms on usage', () => {
  test.each([['CpuHigh', 'CPUUtilization', 80], ['MemoryHigh', 'MemoryUtilization', 80], ['MemoryNearLimit', 'MemoryUtilization', 95]])(
    '%s sleeps at its limit and fires above it', (id, metric, limit) => {
      expect(fires(alarm(id), minutes(5, { [metric]: limit }))).toBe(false);
      expect(fires(alarm(id), minutes(5, { [metric]: limit + 1 }))).toBe(true);
    });

  test('one task at its limit is seen although the average of all is low', () => {
    web.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'MemoryUtilization', Statistic: 'Maximum', Threshold: 95 });
    web.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'MemoryUtilization', Statistic: 'Average', Threshold: 80 });
  });
});

describe('the alarms on load balancing', () => {
  test('a service without any target alarms, although nothing is reported for an empty target group', () => {
    expect(fires(alarm('NoHealthyTarget'), minutes(2))).toBe(true);
    expect(fires(alarm('NoHealthyTarget'), minutes(2, { HealthyHostCount: 0 }))).toBe(true);
    expect(fires(alarm('NoHealthyTarget'), minutes(2, { HealthyHostCount: 1 }))).toBe(false);
  });

  test('a target that fails its health check in three of five minutes alarms, one that fails in two does not', () => {
    const [bad, good] = [{ UnHealthyHostCount: 1 }, { UnHealthyHostCount: 0 }];
    expect(fires(alarm('UnhealthyTargets'), [bad, good, bad, good, bad])).toBe(true);
    expect(fires(alarm('UnhealthyTargets'), [bad, good, bad, good, good])).toBe(false);
  });

  test('more than 5 % of failed requests alarm, 5 % do not', () => {
    expect(fires(alarm('TargetErrors'), minutes(5, { RequestCount: 100, HTTPCode_Target_5XX_Count: 6 }))).toBe(true);
    expect(fires(alarm('TargetErrors'), minutes(5, { RequestCount: 100, HTTPCode_Target_5XX_Count: 5 }))).toBe(false);
  });

  test('a night without requests, and a day without errors, disturb nobody', () => {
    expect(fires(alarm('TargetErrors'), minutes(5))).toBe(false);
    expect(fires(alarm('TargetErrors'), minutes(5, { RequestCount: 0, HTTPCode_Target_5XX_Count: 0 }))).toBe(false);
    expect(fires(alarm('TargetErrors'), minutes(5, { RequestCount: 100 }))).toBe(false);
    expect(fires(alarm('LoadBalancerErrors'), minutes(5))).toBe(false);
  });

  test('more than five answers of the load balancer itself with 5xx, two minutes long, alarm', () => {
    expect(fires(alarm('LoadBalancerErrors'), minutes(2, { HTTPCode_ELB_5XX_Count: 6 }))).toBe(true);
    expect(fires(alarm('LoadBalancerErrors'), minutes(2, { HTTPCode_ELB_5XX_Count: 5 }))).toBe(false);
  });

  test('the errors of the load balancer are those of the one whose listener serves the target group', () => {
    const [listener] = Object.keys(web.findResources('AWS::ElasticLoadBalancingV2::Listener'));
    const part = (index: number) => ({ 'Fn::Select': [index, { 'Fn::Split': ['/', { Ref: listener }] }] });
    web.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'HTTPCode_ELB_5XX_Count',
      Dimensions: [{ Name: 'LoadBalancer', Value: { 'Fn::Join': ['', [part(1), '/', part(2), '/', part(3)]] } }],
    });
  });
});
