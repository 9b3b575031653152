import type { CfnResource, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { FollowedFix } from './followed-fix';
import { WITH_EXEC, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { mountExecPaths } from '../corpus/parts/exec';
import { natVpc } from '../corpus/parts/network';
import { soundCluster, soundService, taskWithContainer } from '../corpus/parts/service';
import { override, spoil } from '../corpus/parts/spoil';

const SERVICE = 'AWS::ECS::Service';
const service = (props: Partial<ecs.FargateServiceProps>): Declare => worker(() => ({ service: props }));
const cluster = (props: Partial<ecs.ClusterProps>, capacityProviderStrategies?: ecs.CapacityProviderStrategy[]): Declare =>
  worker(stack => ({
    cluster: soundCluster(stack, natVpc(stack), props),
    ...capacityProviderStrategies && { service: { capacityProviderStrategies } },
  }));

const scaled = (desiredCount: number | undefined, minCapacity = 2): Declare => stack => {
  soundService(stack, { service: { desiredCount } }).autoScaleTaskCount({ minCapacity, maxCapacity: 8 });
};

const alarm = (change: (alarm: ReturnType<ecs.FargateService['metricCpuUtilization']>['createAlarm'] extends (...args: never[]) => infer Alarm ? Alarm : never, stack: Stack) => void): Declare =>
  spoil(WORKER, stack => change((stack.node.findChild('Service') as ecs.FargateService).metricMemoryUtilization().createAlarm(stack, 'Full', { threshold: 90, evaluationPeriods: 3 }), stack)).declare;

/** Sessions in a cluster of which nobody said where they are recorded. */
const sessionsIn = (props: (stack: Stack) => Partial<ecs.ClusterProps>, enableExecuteCommand?: boolean): Declare => stack => {
  const taskDefinition = taskWithContainer(stack);
  mountExecPaths(taskDefinition);
  soundService(stack, { cluster: soundCluster(stack, natVpc(stack), props(stack)), taskDefinition, service: { enableExecuteCommand } });
};

const encryptedLog = (stack: Stack): Partial<ecs.ClusterProps> => ({
  executeCommandConfiguration: {
    logging: ecs.ExecuteCommandLogging.OVERRIDE,
    logConfiguration: { cloudWatchLogGroup: new logs.LogGroup(stack, 'Sessions', { encryptionKey: new kms.Key(stack, 'Key') }), cloudWatchEncryptionEnabled: true },
  },
});

const launchType = (change: (service: CfnResource) => void): Declare => spoil(service({ capacityProviderStrategies: undefined }), stack =>
  change(stack.node.findChild('Service').node.defaultChild as CfnResource)).declare;

/** Fixes in the service, its cluster and its alarms. */
export const SERVICES: readonly FollowedFix[] = [
  ['alarms-have-actions', 'Call alarm.addAlarmAction(new actions.SnsAction(topic)) for each alarm.', alarm(() => undefined), alarm((each, stack) => each.addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'Topic'))))],
  ['capacity-provider-strategy', "Set capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }] on ecs.FargateService and enableFargateCapacityProviders: true on ecs.Cluster.",
    service({ capacityProviderStrategies: undefined }), cluster({ enableFargateCapacityProviders: true }, [{ capacityProvider: 'FARGATE', weight: 1 }])],
  ['capacity-provider-strategy', 'override CapacityProviderStrategy of service.node.defaultChild and delete its LaunchType', launchType(() => undefined), launchType(each => {
    each.addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE', Weight: 1 }]);
    each.addPropertyDeletionOverride('LaunchType');
  })],
  ['capacity-settings-valid', 'Set capacityProviderStrategies of ecs.FargateService with one base and a positive weight', service({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 0, base: 2 }] }),
    service({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1, base: 2 }] })],
  ['availability-zone-rebalancing', 'Set availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED and maxHealthyPercent: 200 on ecs.FargateService.',
    service({ availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED }),
    service({ availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED, maxHealthyPercent: 200 })],
  ['circuit-breaker', 'Set circuitBreaker: { enable: true, rollback: true } on ecs.FargateService.', service({ circuitBreaker: undefined }), service({ circuitBreaker: { enable: true, rollback: true } })],
  ['container-insights', 'Set containerInsightsV2: ecs.ContainerInsights.ENHANCED or ENABLED on ecs.Cluster.', cluster({ containerInsightsV2: undefined }), cluster({ containerInsightsV2: ecs.ContainerInsights.ENABLED })],
  ['controller-supports-deployment', 'or use the ECS deployment controller', override(WORKER, SERVICE, 'DeploymentController', { Type: 'CODE_DEPLOY' }).declare, override(WORKER, SERVICE, 'DeploymentController', { Type: 'ECS' }).declare],
  ['deployment-can-progress', 'Set minHealthyPercent: 100 and maxHealthyPercent: 200 on ecs.FargateService.', service({ minHealthyPercent: 100, maxHealthyPercent: 100 }), service({ minHealthyPercent: 100, maxHealthyPercent: 200 })],
  ['desired-count-owned-once', 'Remove desiredCount from HardenedFargateService or ecs.FargateService.', scaled(4), scaled(undefined)],
  ['exec-audited', 'Set executeCommandConfiguration of ecs.Cluster to logging: ecs.ExecuteCommandLogging.OVERRIDE with an encrypted logConfiguration', sessionsIn(() => ({}), true), sessionsIn(encryptedLog, true)],
  ['exec-audited', 'or remove enableExecuteCommand', sessionsIn(() => ({}), true), sessionsIn(() => ({}))],
  ['grace-period-needs-load-balancer', 'Remove healthCheckGracePeriod from ecs.FargateService', override(WORKER, SERVICE, 'HealthCheckGracePeriodSeconds', 60).declare, service({ healthCheckGracePeriod: undefined })],
  ['platform-version-current', 'Remove platformVersion from ecs.FargateService', service({ platformVersion: ecs.FargatePlatformVersion.VERSION1_3 }), service({ platformVersion: undefined })],
  ['platform-version-current', 'or set it to ecs.FargatePlatformVersion.LATEST', service({ platformVersion: ecs.FargatePlatformVersion.VERSION1_3 }), service({ platformVersion: ecs.FargatePlatformVersion.LATEST })],
  ['spare-task', 'Set desiredCount of HardenedFargateService or ecs.FargateService', service({ desiredCount: 1 }), service({ desiredCount: 2 })],
  ['spare-task', 'or minCapacity of its scaling, to 2 or more', scaled(undefined, 1), scaled(undefined, 2)],
  ['spot-has-on-demand-base', 'set a base of at least 1 for FARGATE in capacityProviderStrategies', service({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }),
    service({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE', base: 1, weight: 1 }, { capacityProvider: 'FARGATE_SPOT', weight: 1 }] })],
  ['spot-has-on-demand-base', 'Set enableFargateCapacityProviders: true on ecs.Cluster.', cluster({ enableFargateCapacityProviders: undefined }), cluster({ enableFargateCapacityProviders: true })],
  ['tags-propagate', 'Set propagateTags: ecs.PropagatedTagSource.SERVICE and enableECSManagedTags: true on ecs.FargateService.', service({ propagateTags: undefined, enableECSManagedTags: undefined }), service({ propagateTags: ecs.PropagatedTagSource.SERVICE, enableECSManagedTags: true })],
  ['exec-audited', 'with an encrypted logConfiguration', override(WITH_EXEC, 'AWS::ECS::Cluster', 'Configuration.ExecuteCommandConfiguration.Logging', 'NONE').declare, WITH_EXEC],
];
