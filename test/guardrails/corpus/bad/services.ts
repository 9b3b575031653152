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
    sentence: 'a service without the deployment circuit breaker',
    foundBy: ['circuit-breaker'],
    twin: WORKER,
    declare: worker(() => ({ service: { circuitBreaker: undefined } })),
  },
  {
    sentence: 'a deployment circuit breaker without rollback',
    foundBy: ['circuit-breaker'],
    twin: WORKER,
    declare: worker(() => ({ service: { circuitBreaker: { enable: true } } })),
  },
  {
    sentence: 'a service with Availability Zone rebalancing disabled',
    foundBy: ['availability-zone-rebalancing'],
    ...override(WORKER, SERVICE, 'AvailabilityZoneRebalancing', 'DISABLED'),
  },
  {
    sentence: 'a deployment circuit breaker that an Aspect disables',
    foundBy: ['circuit-breaker'],
    ...byAspect(HAND_WRITTEN, SERVICE, 'DeploymentConfiguration.DeploymentCircuitBreaker.Enable', false),
  },
  {
    sentence: 'a deployment that can neither stop nor start a task',
    foundBy: ['deployment-can-progress'],
    ...override(WORKER, SERVICE, 'DeploymentConfiguration.MaximumPercent', 100),
  },
  {
    sentence: 'deployment percentages that amount to less than one task',
    foundBy: ['deployment-can-progress'],
    twin: WORKER,
    declare: worker(() => ({ service: { desiredCount: 2, minHealthyPercent: 90, maxHealthyPercent: 110 } })),
  },
  {
    sentence: 'a service with one task',
    foundBy: ['spare-task'],
    twin: WORKER,
    declare: worker(() => ({ service: { desiredCount: 1 } })),
  },
  {
    sentence: 'a desired count that resets auto scaling at every deployment',
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
    sentence: 'a health check grace period without a load balancer',
    foundBy: ['grace-period-needs-load-balancer'],
    ...override(WORKER, SERVICE, 'HealthCheckGracePeriodSeconds', 60),
  },
  {
    sentence: 'Fargate Spot capacity only',
    foundBy: ['spot-has-on-demand-base'],
    twin: WORKER,
    declare: worker(() => ({ service: { capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] } })),
  },
  {
    sentence: 'Fargate Spot without an on-demand base, set by an escape hatch',
    foundBy: ['spot-has-on-demand-base'],
    ...override(HAND_WRITTEN, SERVICE, 'CapacityProviderStrategy', [{ CapacityProvider: 'FARGATE', Weight: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 4 }]),
  },
  {
    sentence: 'a launch type instead of a capacity provider strategy',
    foundBy: ['capacity-provider-strategy'],
    twin: WORKER,
    declare: worker(() => ({ service: { capacityProviderStrategies: undefined } })),
  },
  {
    sentence: 'an outdated Fargate platform version',
    foundBy: ['platform-version-current'],
    twin: WORKER,
    declare: worker(() => ({ service: { platformVersion: ecs.FargatePlatformVersion.VERSION1_3 } })),
  },
  {
    sentence: 'the DAEMON scheduling strategy, which Fargate does not support',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, SERVICE, 'SchedulingStrategy', 'DAEMON'),
  },
  {
    sentence: 'placement strategies, which Fargate does not support',
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
    sentence: 'ECS Exec with session logging disabled',
    foundBy: ['exec-audited'],
    ...override(WITH_EXEC, 'AWS::ECS::Cluster', 'Configuration.ExecuteCommandConfiguration.Logging', 'NONE'),
  },
  {
    sentence: 'ECS Exec with an unencrypted session log',
    foundBy: ['exec-audited'],
    ...spoil(WITH_EXEC, stack => {
      theOnly(stack, 'AWS::ECS::Cluster').addPropertyDeletionOverride('Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled');
      (stack.node.findChild('Sessions').node.defaultChild as CfnResource).addPropertyDeletionOverride('KmsKeyId');
    }),
  },
  {
    sentence: 'a cluster without Container Insights',
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
    sentence: 'a service that does not depend on the permissions of its roles',
    foundBy: ['service-waits-for-needs'],
    ...spoil(WORKER, stack => stack.node.findChild('Service').node.findAll().filter(CfnResource.isCfnResource)
      .forEach(resource => resource.addOverride('DependsOn', undefined))),
  },
  {
    sentence: 'a container restart policy without an alarm for restarts',
    foundBy: ['restarts-have-alarm'],
    ...override(WORKER, 'AWS::ECS::TaskDefinition', 'ContainerDefinitions.0.RestartPolicy', { Enabled: true }),
  },
  {
    sentence: 'a service that does not propagate tags to its tasks',
    foundBy: ['tags-propagate'],
    ...remove(WORKER, SERVICE, 'PropagateTags'),
  },
];
