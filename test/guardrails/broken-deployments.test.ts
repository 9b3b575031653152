import { CfnCondition, CfnParameter, Duration, Fn, Token } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { PlainService } from './plain-service';
import { byAspect, changed, type Declare, judgedTogether, judgedWays, lowLevel, override, stackOf, withService } from './ways-to-break';

const withCluster = (cluster: ecs.ClusterProps): Declare => (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, cluster });

interface Limits {
  readonly minCapacity: number;
  readonly maxCapacity: number;
}

/** Lets scaling own the number of tasks, as far as `service` does not say it too. */
const scaled = (limits: Limits, service: Partial<ecs.FargateServiceProps> = { desiredCount: undefined }): Declare => (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, service }).service.autoScaleTaskCount(limits);

const lowLevelScaled = (minCapacity: number, maxCapacity: number): Declare => (scope, vpc) => {
  lowLevel({ service: { serviceName: 'shop', cluster: 'platform', desiredCount: undefined } })(scope, vpc);
  new autoscaling.CfnScalableTarget(scope, 'Limits', {
    minCapacity, maxCapacity, resourceId: 'service/platform/shop', scalableDimension: 'ecs:service:DesiredCount', serviceNamespace: 'ecs',
  });
};

const busyAlarm = ({ service }: PlainService): cloudwatch.Alarm =>
  service.metricCpuUtilization().createAlarm(service, 'Busy', { threshold: 90, evaluationPeriods: 3 });

const alarmWithAction = (service: PlainService): cloudwatch.Alarm => {
  const alarm = busyAlarm(service);
  alarm.addAlarmAction(new actions.SnsAction(new sns.Topic(service, 'Topic')));
  return alarm;
};

const computedAlarm = ({ service }: PlainService): cloudwatch.Alarm => new cloudwatch.MathExpression({
  expression: 'cpu + memory',
  usingMetrics: { cpu: service.metricCpuUtilization(), memory: service.metricMemoryUtilization() },
}).createAlarm(service, 'Computed', { threshold: 150, evaluationPeriods: 3 });

const lowLevelAlarm: Declare = (scope, vpc) => {
  lowLevel({ service: { serviceName: 'shop' } })(scope, vpc);
  new cloudwatch.CfnAlarm(scope, 'Busy', {
    namespace: 'AWS/ECS',
    metricName: 'CPUUtilization',
    statistic: 'Average',
    period: 60,
    dimensions: [{ name: 'ClusterName', value: 'platform' }, { name: 'ServiceName', value: 'shop' }],
    comparisonOperator: 'GreaterThanThreshold',
    threshold: 90,
    evaluationPeriods: 3,
  });
};

const WINDOWS = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' }, cpu: '1024', memory: '2048' };

const SPOT_ABOVE_BASE = [{ capacityProvider: 'FARGATE', base: 1 }, { capacityProvider: 'FARGATE_SPOT', weight: 1 }];

/** A service beside the good one, which nothing calls. */
const workerWithGracePeriod = ({ service, cluster, task }: PlainService) => new ecs.FargateService(service, 'Worker', {
  cluster,
  taskDefinition: task,
  desiredCount: 2,
  minHealthyPercent: 100,
  capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
  enableECSManagedTags: true,
  propagateTags: ecs.PropagatedTagSource.SERVICE,
  circuitBreaker: { rollback: true },
  healthCheckGracePeriod: Duration.seconds(120),
});

/** Every way in which people break a rule, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['deployment-can-progress', 'prop', withService({ maxHealthyPercent: 100 })],
  ['deployment-can-progress', 'rounding', withService({ desiredCount: 3, minHealthyPercent: 70, maxHealthyPercent: 130 })],
  ['deployment-can-progress', 'no task to keep', withService({ minHealthyPercent: 0 })],
  ['deployment-can-progress', 'override', changed(({ cfnService }) => override(cfnService, 'DeploymentConfiguration.MaximumPercent', 149))],
  ['deployment-can-progress', 'Aspect', byAspect(ecs.CfnService, service => override(service, 'DeploymentConfiguration.MaximumPercent', '100'))],
  ['deployment-can-progress', 'L1', lowLevel({ service: { deploymentConfiguration: { maximumPercent: 120, deploymentCircuitBreaker: { enable: true, rollback: true } } } })],
  ['spare-task', 'prop', withService({ desiredCount: 1 })],
  ['spare-task', 'prop left out', withService({ desiredCount: undefined })],
  ['spare-task', 'scaling', scaled({ minCapacity: 1, maxCapacity: 4 })],
  ['spare-task', 'override', changed(({ cfnService }) => override(cfnService, 'DesiredCount', 0))],
  ['spare-task', 'L1', lowLevelScaled(1, 4)],
  ['desired-count-owned-once', 'prop', scaled({ minCapacity: 2, maxCapacity: 8 }, { desiredCount: 4 })],
  ['desired-count-owned-once', 'limits', lowLevelScaled(4, 2)],
  ['desired-count-owned-once', 'web service that scales to nothing', scaled({ minCapacity: 0, maxCapacity: 8 })],
  ['desired-count-owned-once', 'override', changed(service => {
    service.service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 });
    override(service.cfnService, 'DesiredCount', 2);
  })],
  ['grace-period-needs-load-balancer', 'prop', changed(workerWithGracePeriod)],
  ['grace-period-needs-load-balancer', 'L1', lowLevel({ service: { healthCheckGracePeriodSeconds: 60 } })],
  ['grace-period-needs-load-balancer', 'override', changed(({ cfnService }) => override(cfnService, 'LoadBalancers', []))],
  ['spot-has-on-demand-base', 'prop', withService({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] })],
  ['spot-has-on-demand-base', 'weight without base', withService({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }, { capacityProvider: 'FARGATE_SPOT', weight: 1 }] })],
  ['spot-has-on-demand-base', 'override', changed(({ cfnService }) => override(cfnService, 'CapacityProviderStrategy.0.CapacityProvider', 'FARGATE_SPOT'))],
  ['spot-has-on-demand-base', 'cluster without capacity', withCluster({ enableFargateCapacityProviders: false })],
  ['spot-has-on-demand-base', 'Windows', lowLevel({ task: WINDOWS, service: { capacityProviderStrategy: SPOT_ABOVE_BASE } })],
  ['spot-has-on-demand-base', 'default of the cluster', changed(({ cluster, cfnService }) => {
    cluster.addDefaultCapacityProviderStrategy([{ capacityProvider: 'FARGATE_SPOT', weight: 1 }]);
    cfnService.addPropertyDeletionOverride('CapacityProviderStrategy');
  })],
  ['capacity-provider-strategy', 'prop', withService({ capacityProviderStrategies: undefined })],
  ['capacity-provider-strategy', 'override', changed(({ cfnService }) => {
    cfnService.addPropertyDeletionOverride('CapacityProviderStrategy');
    override(cfnService, 'LaunchType', 'FARGATE');
  })],
  ['capacity-provider-strategy', 'L1', lowLevel({ service: { launchType: 'FARGATE', capacityProviderStrategy: undefined } })],
  ['capacity-provider-strategy', 'Aspect', byAspect(ecs.CfnService, service => {
    service.capacityProviderStrategy = undefined;
    service.launchType = 'FARGATE';
  })],
  ['container-insights', 'prop', withCluster({ containerInsightsV2: ecs.ContainerInsights.DISABLED })],
  ['container-insights', 'prop left out', withCluster({ containerInsightsV2: undefined })],
  ['container-insights', 'override', changed(({ cfnCluster }) => override(cfnCluster, 'ClusterSettings.0.Value', 'disabled'))],
  ['container-insights', 'Aspect', byAspect(ecs.CfnCluster, cluster => void (cluster.clusterSettings = undefined))],
  ['alarms-have-actions', 'prop', changed(service => void busyAlarm(service))],
  ['alarms-have-actions', 'alarm on computed metrics', changed(service => void computedAlarm(service))],
  ['alarms-have-actions', 'override', changed(service => override(alarmWithAction(service).node.defaultChild as cloudwatch.CfnAlarm, 'ActionsEnabled', false))],
  ['alarms-have-actions', 'L1', lowLevelAlarm],
  ['tags-propagate', 'prop', withService({ propagateTags: undefined })],
  ['tags-propagate', 'prop of ECS', withService({ enableECSManagedTags: false })],
  ['tags-propagate', 'override', changed(({ cfnService }) => override(cfnService, 'PropagateTags', 'NONE'))],
  ['tags-propagate', 'L1', lowLevel({ service: { enableEcsManagedTags: undefined } })],
];

const conditional: Declare = (scope, vpc) => {
  const isLarge = new CfnCondition(scope, 'IsLarge', { expression: Fn.conditionEquals(new CfnParameter(scope, 'Size'), 'large') });
  const either = (large: number, small: number) => Token.asNumber(Fn.conditionIf(isLarge.logicalId, large, small));
  new PlainService(scope, 'Plain', { vpc, service: { desiredCount: either(4, 2), minHealthyPercent: either(50, 100), maxHealthyPercent: either(100, 200) } });
};

const scaledByParameters: Declare = (scope, vpc) => {
  const number = (id: string) => new CfnParameter(scope, id, { type: 'Number' }).valueAsNumber;
  scaled({ minCapacity: number('Fewest'), maxCapacity: number('Most') })(scope, vpc);
};

/** Something that is scaled, of which nobody knows here what it is: it may be any service of the app. */
const scaledFromElsewhere: Declare = (scope, vpc) => {
  new PlainService(scope, 'Plain', { vpc, service: { desiredCount: 1 } });
  new autoscaling.CfnScalableTarget(scope, 'Limits', {
    minCapacity: 2, maxCapacity: 4, resourceId: new CfnParameter(scope, 'What').valueAsString, scalableDimension: 'ecs:service:DesiredCount', serviceNamespace: 'ecs',
  });
};

const sharedCluster: Declare = (scope, vpc) => void new PlainService(scope, 'Plain', {
  vpc,
  service: { cluster: ecs.Cluster.fromClusterAttributes(scope, 'Shared', { clusterName: 'shared', vpc }), capacityProviderStrategies: [...SPOT_ABOVE_BASE] },
});

const alarmOfAnAlarm = (service: PlainService): void => {
  const composite = new cloudwatch.CompositeAlarm(service, 'Either', { alarmRule: cloudwatch.AlarmRule.anyOf(busyAlarm(service), computedAlarm(service)) });
  composite.addAlarmAction(new actions.SnsAction(new sns.Topic(service, 'Topic')));
};

/** Services that no rule may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['limits and counts that a condition decides, all of them good', conditional],
  ['scaling between parameters', scaledByParameters],
  ['Spot above a base in a cluster that was made elsewhere', sharedCluster],
  ['scaling alone', scaled({ minCapacity: 2, maxCapacity: 8 })],
  ['a grace period for the health check of a container', lowLevel({
    container: { healthCheck: { command: ['CMD', 'true'], startPeriod: 10 } }, service: { healthCheckGracePeriodSeconds: 60 },
  })],
  ['a grace period for VPC Lattice', lowLevel({
    service: { healthCheckGracePeriodSeconds: 60, vpcLatticeConfigurations: [{ portName: 'http', roleArn: 'arn:aws:iam::111122223333:role/lattice', targetGroupArn: 'tg-0' }] },
  })],
  ['percentages that an external controller does not read', lowLevel({ service: { deploymentController: { type: 'EXTERNAL' }, deploymentConfiguration: { minimumHealthyPercent: 100, maximumPercent: 100 } } })],
  ['a number of tasks that belongs to an external controller', lowLevel({
    service: { desiredCount: undefined, deploymentController: { type: 'EXTERNAL' }, deploymentConfiguration: undefined },
  })],
  ['a controller that a parameter decides', (scope, vpc) => lowLevel({
    service: { deploymentController: { type: new CfnParameter(scope, 'Controller').valueAsString } },
  })(scope, vpc)],
  ['an alarm that tells somebody', changed(service => void alarmWithAction(service))],
  ['an alarm that stops a deployment', (scope, vpc) => {
    const name = 'shop-errors';
    new PlainService(scope, 'Plain', { vpc, service: { deploymentAlarms: { alarmNames: [name] } } }).service.metricCpuUtilization()
      .createAlarm(scope, 'Errors', { alarmName: name, threshold: 90, evaluationPeriods: 3 });
  }],
  ['alarms that are parts of another one', changed(alarmOfAnAlarm)],
  ['an alarm on something else', changed(service => void new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Orders', period: Duration.minutes(5) })
    .createAlarm(service, 'Orders', { threshold: 1, evaluationPeriods: 1 }))],
];

const faultsOf = judgedWays(BROKEN, SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});

test('the number of tasks is not judged in an app that scales something of which nobody knows what it is', () => {
  expect(judgedTogether({ Scaled: scaledFromElsewhere })('Scaled')).toEqual([]);
});
