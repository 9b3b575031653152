import { type AlarmAnswer, alarmResources } from '../../../src/facts/account/resources/alarm';
import type { ServiceAnswer } from '../../../src/facts/account/resources/service';
import { UNKNOWN } from '../../../src/facts/model/fact';

const SERVICE: ServiceAnswer = {
  serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web', serviceName: 'web', clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod',
};
const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
const ARN = 'arn:aws:cloudwatch:eu-west-1:111122223333:alarm:cpu';
const OF_SERVICE = [{ Name: 'ClusterName', Value: 'prod' }, { Name: 'ServiceName', Value: 'web' }];

const resourcesOf = (alarm: AlarmAnswer, service = SERVICE, ...rules: readonly string[]) => alarmResources({
  metric: [{ AlarmArn: ARN, AlarmName: 'cpu', ...alarm }],
  composite: rules.map((AlarmRule, index) => ({ AlarmArn: `${ARN}-${index}`, AlarmRule })),
}, [service], [GROUP]);

test('an alarm watches the service of its name and cluster, whether by one metric or by an expression of several', () => {
  const watching = [{ id: ARN, properties: { Dimensions: [{ Name: 'ServiceName', Value: SERVICE.serviceArn }] } }];
  expect(resourcesOf({ Dimensions: OF_SERVICE })).toMatchObject(watching);
  expect(resourcesOf({ Metrics: [{}, { MetricStat: { Metric: { MetricName: 'CPUUtilization', Dimensions: OF_SERVICE } } }] })).toMatchObject(watching);
  expect(resourcesOf({ Dimensions: [{ Name: 'ClusterName', Value: 'test' }, { Name: 'ServiceName', Value: 'web' }] })).toEqual([]);
});

test('an alarm watches the target group whose ARN ends with what it names', () => {
  expect(resourcesOf({ Dimensions: [{ Name: 'TargetGroup', Value: 'targetgroup/web/0123456789abcdef' }] })).toMatchObject([
    { properties: { Dimensions: [{ Name: 'TargetGroup', Value: GROUP }] } },
  ]);
});

test('an alarm without actions tells nobody, but CodeDeploy may stop deployments by it', () => {
  const byCodeDeploy = { ...SERVICE, deploymentController: { type: 'CODE_DEPLOY' } };
  expect(resourcesOf({ Dimensions: OF_SERVICE, AlarmActions: [] })[0].properties.AlarmActions).toEqual([]);
  expect(resourcesOf({ Dimensions: OF_SERVICE, AlarmActions: [] }, byCodeDeploy)[0].properties.AlarmActions).toBe(UNKNOWN);
  expect(resourcesOf({ Dimensions: OF_SERVICE, AlarmActions: ['topic'] }, byCodeDeploy)[0].properties.AlarmActions).toEqual(['topic']);
});

test('a composite alarm depends on the alarms that its rule names, by name or by ARN', () => {
  const [, byName, byArn, other] = resourcesOf({ Dimensions: OF_SERVICE }, SERVICE, 'ALARM("cpu")', `ALARM("${ARN}")`, 'ALARM("memory")');
  expect([byName, byArn, other].map(({ dependsOn }) => dependsOn)).toEqual([[ARN], [ARN], []]);
});

test('where alarms may not be read, each service may have one that does anything', () => {
  expect(alarmResources(UNKNOWN, [SERVICE], [])).toEqual([{
    id: `${SERVICE.serviceArn}/alarms`,
    type: 'AWS::CloudWatch::Alarm',
    properties: { AlarmActions: UNKNOWN, Namespace: UNKNOWN, MetricName: UNKNOWN, Dimensions: [{ Name: 'ServiceName', Value: SERVICE.serviceArn }] },
  }]);
});
