import { CfnResource } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { BadConfiguration } from '../configuration';
import { WITH_EXEC, worker, WORKER } from './twins';
import { mountExecPaths } from '../parts/exec';
import { natVpc } from '../parts/network';
import { soundCluster, soundService, taskWithContainer } from '../parts/service';
import { byAspect, override, remove, spoil, theOnly } from '../parts/spoil';
import { LOW_LEVEL } from '../sound/low-level';

const SERVICE = 'AWS::ECS::Service';
const [{ declare: HAND_WRITTEN }] = LOW_LEVEL;

/** Deployments that hang, capacity that goes away, and people whom nobody tells. */
export const SERVICES: readonly BadConfiguration[] = [
  {
    sentence: 'a deployment that nothing stops',
    foundBy: ['circuit-breaker'],
    twin: WORKER,
    declare: worker(() => ({ service: { circuitBreaker: undefined } })),
  },
  {
    sentence: 'a deployment that is stopped, but not taken back',
    foundBy: ['circuit-breaker'],
    twin: WORKER,
    declare: worker(() => ({ service: { circuitBreaker: { enable: true } } })),
  },
  {
    sentence: 'tasks that stay in one Availability Zone after another one failed',
    foundBy: ['availability-zone-rebalancing'],
    ...override(WORKER, SERVICE, 'AvailabilityZoneRebalancing', 'DISABLED'),
  },
  {
    sentence: 'a circuit breaker that an Aspect switches off',
    foundBy: ['circuit-breaker'],
    ...byAspect(HAND_WRITTEN, SERVICE, 'DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false),
  },
  {
    sentence: 'a deployment that may neither stop a task nor start one',
    foundBy: ['deployment-can-progress'],
    ...override(WORKER, SERVICE, 'DeploymentConfiguration.MaximumPercent', 100),
  },
  {
    sentence: 'a deployment whose percentages are less than one task',
    foundBy: ['deployment-can-progress'],
    twin: WORKER,
    declare: worker(() => ({ service: { desiredCount: 2, minHealthyPercent: 90, maxHealthyPercent: 110 } })),
  },
  {
    sentence: 'a service of one task',
    foundBy: ['spare-task'],
    twin: WORKER,
    declare: worker(() => ({ service: { desiredCount: 1 } })),
  },
  {
    sentence: 'a number of tasks that every deployment takes back from auto scaling',
    foundBy: ['desired-count-owned-once'],
    twin: stack => {
      soundService(stack, { service: { desiredCount: undefined } })
        .autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    },
    declare: stack => {
      soundService(stack, { service: { desiredCount: 4 } })
        .autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    },
  },
  {
    sentence: 'a grace period for a load balancer that is not there',
    foundBy: ['grace-period-needs-load-balancer'],
    ...override(WORKER, SERVICE, 'HealthCheckGracePeriodSeconds', 60),
  },
  {
    sentence: 'Spot capacity only',
    foundBy: ['spot-has-on-demand-base'],
    twin: WORKER,
    declare: worker(() => ({ service: { capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] } })),
  },
  {
    sentence: 'Spot capacity by an escape hatch',
    foundBy: ['spot-has-on-demand-base'],
    ...override(HAND_WRITTEN, SERVICE, 'CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE', Weight: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 4 }]),
  },
  {
    sentence: 'a launch type, which cannot be changed to a strategy later',
    foundBy: ['capacity-provider-strategy'],
    twin: WORKER,
    declare: worker(() => ({ service: { capacityProviderStrategies: undefined } })),
  },
  {
    sentence: 'a platform of long ago',
    foundBy: ['platform-version-current'],
    twin: WORKER,
    declare: worker(() => ({ service: { platformVersion: ecs.FargatePlatformVersion.VERSION1_3 } })),
  },
  {
    sentence: 'a task on each instance, of which Fargate has none',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, SERVICE, 'SchedulingStrategy', 'DAEMON'),
  },
  {
    sentence: 'tasks that are placed as on instances',
    foundBy: ['fargate-supports-parameters'],
    ...override(HAND_WRITTEN, SERVICE, 'PlacementStrategies', [{ Type: 'spread', Field: 'attribute:ecs.availability-zone' }]),
  },
  {
    sentence: 'ECS Exec sessions without a session log',
    foundBy: ['exec-audited'],
    twin: WITH_EXEC,
    declare: stack => {
      const taskDefinition = taskWithContainer(stack);
      mountExecPaths(taskDefinition);
      soundService(stack, { cluster: soundCluster(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
    },
  },
  {
    sentence: 'sessions whose record is switched off',
    foundBy: ['exec-audited'],
    ...override(WITH_EXEC, 'AWS::ECS::Cluster', 'Configuration.ExecuteCommandConfiguration.Logging', 'NONE'),
  },
  {
    sentence: 'sessions whose record is not encrypted',
    foundBy: ['exec-audited'],
    ...spoil(WITH_EXEC, stack => {
      theOnly(stack, 'AWS::ECS::Cluster').addPropertyDeletionOverride('Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled');
      (stack.node.findChild('Sessions').node.defaultChild as CfnResource).addPropertyDeletionOverride('KmsKeyId');
    }),
  },
  {
    sentence: 'a cluster that measures nothing',
    foundBy: ['container-insights'],
    twin: WORKER,
    declare: worker(stack => ({ cluster: soundCluster(stack, natVpc(stack), { containerInsightsV2: ecs.ContainerInsights.DISABLED }) })),
  },
  {
    sentence: 'an alarm without an action',
    foundBy: ['alarms-have-actions'],
    ...spoil(WORKER, stack => (stack.node.findChild('BusyAlarm').node.defaultChild as cloudwatch.CfnAlarm).addPropertyDeletionOverride('AlarmActions')),
  },
  {
    sentence: 'a service that is created before its tasks have permissions',
    foundBy: ['service-waits-for-needs'],
    ...spoil(WORKER, stack => stack.node.findChild('Service').node.findAll().filter(CfnResource.isCfnResource)
      .forEach(resource => resource.addOverride('DependsOn', undefined))),
  },
  {
    sentence: 'a container that ECS restarts without anybody noticing',
    foundBy: ['restarts-have-alarm'],
    ...override(WORKER, 'AWS::ECS::TaskDefinition', 'ContainerDefinitions.0.RestartPolicy', { Enabled: true }),
  },
  {
    sentence: 'tasks without the tags of their service',
    foundBy: ['tags-propagate'],
    ...remove(WORKER, SERVICE, 'PropagateTags'),
  },
];
