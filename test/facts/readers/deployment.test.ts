import { UNKNOWN } from '../../../src/facts/model/fact';
import { readAlarms } from '../../../src/facts/readers/alarms';
import { readCapacityProviders, readStrategy } from '../../../src/facts/readers/capacity-strategy';
import { readDeployment } from '../../../src/facts/readers/deployment';
import { readScaling } from '../../../src/facts/readers/scaling';
import type { Resource } from '../../../src/facts/template/resource';
import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf, templatesOf } from '../templates-of';

type Properties = TemplateResource['Properties'];
type Resources = Readonly<Record<string, TemplateResource>>;

/** Reads something of the service `Service`. */
function read<T>(reader: (templates: Templates, service: Resource) => T, properties: Properties, others: Resources = {}): T {
  const templates = templatesOf({ Service: { Type: 'AWS::ECS::Service', Properties: properties }, ...others });
  return reader(templates, templates.ofType('AWS::ECS::Service')[0]);
}

test('a deployment that does not say how it goes rolls over, between all tasks and twice as many', () => {
  expect(read((_, service) => readDeployment(service), {})).toEqual({
    deploymentController: 'ECS',
    deploymentStrategy: 'ROLLING',
    circuitBreaker: undefined,
    deploymentAlarms: false,
    minimumHealthyPercent: 100,
    maximumPercent: 200,
  });
});

describe('the limits of scaling', () => {
  const target = (resourceId: Expression, rest: Partial<TemplateResource> = {}, dimension: Expression = 'ecs:service:DesiredCount'): TemplateResource => ({
    Type: 'AWS::ApplicationAutoScaling::ScalableTarget',
    Properties: { ResourceId: resourceId, ScalableDimension: dimension, MinCapacity: 2, MaxCapacity: { Ref: 'Most' } },
    ...rest,
  });
  const BY_REFERENCE = { 'Fn::Join': ['', ['service/platform/', { 'Fn::GetAtt': ['Service', 'Name'] }]] };
  const LIMITS = { minCapacity: 2, maxCapacity: UNKNOWN };

  test('are those of what scales the service, named by reference or by name', () => {
    expect(read(readScaling, {}, { Target: target(BY_REFERENCE) })).toEqual(LIMITS);
    expect(read(readScaling, { ServiceName: 'shop' }, { Target: target('service/platform/shop') })).toEqual(LIMITS);
  });

  test('are absent where only other things are scaled', () => {
    expect(read(readScaling, { ServiceName: 'shop' }, { Target: target('service/platform/other') })).toBeUndefined();
    expect(read(readScaling, {}, { Target: target({ Ref: 'Table' }, {}, 'dynamodb:table:ReadCapacityUnits') })).toBeUndefined();
  });

  test('are unknown where nobody knows what is scaled, whether it is, or by which of two', () => {
    expect(read(readScaling, {}, { Target: target({ Ref: 'What' }) })).toBe(UNKNOWN);
    expect(read(readScaling, {}, { Target: target(BY_REFERENCE, { Condition: 'IsLarge' }) })).toBe(UNKNOWN);
    expect(read(readScaling, {}, { One: target(BY_REFERENCE), Two: target(BY_REFERENCE) })).toBe(UNKNOWN);
  });

  test('of a service of the same name in another stack may be those of another account', () => {
    const templates = new Templates([
      sourceOf('S', { Resources: { Service: { Type: 'AWS::ECS::Service', Properties: { ServiceName: 'shop' } } } }),
      sourceOf('Other', { Resources: { Target: target('service/platform/shop') } }),
    ]);
    expect(readScaling(templates, templates.ofType('AWS::ECS::Service')[0])).toBe(UNKNOWN);
  });
});

describe('a capacity provider strategy', () => {
  const items = (provider: string) => [{ CapacityProvider: provider, Weight: 1 }];
  const cluster = (properties: Properties): TemplateResource => ({ Type: 'AWS::ECS::Cluster', Properties: properties });
  const association = (rest: Partial<TemplateResource> = {}): TemplateResource => ({
    Type: 'AWS::ECS::ClusterCapacityProviderAssociations',
    Properties: { Cluster: { Ref: 'Cluster' }, CapacityProviders: ['FARGATE'], DefaultCapacityProviderStrategy: items('FARGATE') },
    ...rest,
  });
  const IN_CLUSTER = { Cluster: { Ref: 'Cluster' } };

  test('is the service\'s own, or else the default of its cluster', () => {
    expect(read(readStrategy, { CapacityProviderStrategy: items('FARGATE_SPOT') })).toEqual([{ provider: 'FARGATE_SPOT', base: 0, weight: 1 }]);
    expect(read(readStrategy, IN_CLUSTER, { Cluster: cluster({}), Association: association() })).toEqual([{ provider: 'FARGATE', base: 0, weight: 1 }]);
  });

  test('is absent with a launch type, and where the cluster has no default', () => {
    expect(read(readStrategy, { ...IN_CLUSTER, LaunchType: 'FARGATE' }, { Cluster: cluster({ DefaultCapacityProviderStrategy: items('FARGATE') }) })).toBeUndefined();
    expect(read(readStrategy, IN_CLUSTER, { Cluster: cluster({}) })).toBeUndefined();
  });

  test('is unknown where a parameter decides, where the cluster was made elsewhere, or where a condition gives it a default', () => {
    expect(read(readStrategy, { LaunchType: { Ref: 'Parameter' } })).toBe(UNKNOWN);
    expect(read(readStrategy, { Cluster: 'platform' })).toBe(UNKNOWN);
    expect(read(readStrategy, IN_CLUSTER, { Cluster: cluster({}), Association: association({ Condition: 'IsProduction' }) })).toBe(UNKNOWN);
  });

  test('may use the capacity providers that the cluster was given in any way', () => {
    const providersOf = (resources: Resources) => read(templates => readCapacityProviders(templates, templates.ofType('AWS::ECS::Cluster')[0]), {}, resources);
    expect(providersOf({ Cluster: cluster({ CapacityProviders: ['FARGATE_SPOT'] }), Association: association() })).toEqual(['FARGATE_SPOT', 'FARGATE']);
    expect(providersOf({ Cluster: cluster({ CapacityProviders: { Ref: 'Parameter' } }) })).toBe(UNKNOWN);
    expect(providersOf({ Cluster: cluster({}), Association: association({ Condition: 'IsProduction' }) })).toBe(UNKNOWN);
  });
});

describe('the alarms of a service', () => {
  const SERVICE_NAME = { 'Fn::GetAtt': ['Service', 'Name'] };
  const onService = (name: Expression = SERVICE_NAME) => ({ Dimensions: [{ Name: 'ServiceName', Value: name }] });
  const alarm = (properties: Properties): TemplateResource => ({ Type: 'AWS::CloudWatch::Alarm', Properties: properties });
  const hasAction = (properties: Properties, others: Resources = {}, service: Properties = {}) =>
    read(readAlarms, service, { Alarm: alarm(properties), ...others }).map(facts => facts.hasAction);

  test('are those on its metrics and on those of its target groups, also among others', () => {
    expect(hasAction(onService())).toEqual([false]);
    expect(hasAction({ Metrics: [{ Id: 'm', MetricStat: { Metric: onService() } }, { Id: 'n', MetricStat: { Metric: onService() } }] })).toEqual([false]);
    const LoadBalancers = [{ TargetGroupArn: { Ref: 'Group' } }];
    const Dimensions = [{ Name: 'TargetGroup', Value: { 'Fn::GetAtt': ['Group', 'TargetGroupFullName'] } }];
    expect(hasAction({ Dimensions }, { Group: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' } }, { LoadBalancers })).toEqual([false]);
    expect(hasAction({ Dimensions: [{ Name: 'QueueName', Value: 'orders' }] })).toEqual([]);
  });

  test('have an action when one follows that is switched on', () => {
    expect(hasAction({ ...onService(), AlarmActions: ['arn:aws:sns:eu-west-1:1:oncall'] })).toEqual([true]);
    expect(hasAction({ ...onService(), AlarmActions: [] })).toEqual([false]);
    expect(hasAction({ ...onService(), AlarmActions: ['arn:aws:sns:eu-west-1:1:oncall'], ActionsEnabled: false })).toEqual([false]);
  });

  test('perhaps have an action where a parameter decides', () => {
    expect(hasAction({ ...onService(), AlarmActions: { Ref: 'Topics' } })).toEqual([UNKNOWN]);
    expect(hasAction({ ...onService(), AlarmActions: ['arn:aws:sns:eu-west-1:1:oncall'], ActionsEnabled: { Ref: 'Enabled' } })).toEqual([UNKNOWN]);
  });

  test('have the action of another alarm, and of a deployment that they stop', () => {
    const AlarmRule = { 'Fn::Sub': 'ALARM(${Alarm.Arn})' };
    expect(hasAction(onService(), { Either: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule, AlarmActions: ['arn:aws:sns:eu-west-1:1:oncall'] } } })).toEqual([true]);
    const DeploymentConfiguration = { Alarms: { Enable: true, Rollback: true, AlarmNames: ['errors'] } };
    expect(hasAction({ AlarmName: 'errors', ...onService('shop') }, {}, { ServiceName: 'shop', DeploymentConfiguration })).toEqual([true]);
  });
});
