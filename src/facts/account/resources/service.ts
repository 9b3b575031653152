import { type StrategyItemAnswer, strategyOf } from './cluster';
import type { AccountResource } from '../model/account-resource';
import { capitalized } from '../model/capitalized';

/** What a service, a deployment of it and a task set of it say in the same words. */
interface RunAnswer {
  readonly status?: string;
  readonly taskDefinition?: string;
  readonly launchType?: string;
  readonly platformVersion?: string;
  readonly capacityProviderStrategy?: readonly StrategyItemAnswer[];
  readonly networkConfiguration?: object;
  readonly loadBalancers?: readonly LoadBalancerAnswer[];
}

export interface LoadBalancerAnswer {
  readonly targetGroupArn?: string;
  readonly containerName?: string;
  readonly containerPort?: number;
  readonly advancedConfiguration?: { readonly alternateTargetGroupArn?: string };
}

interface DeploymentAnswer extends RunAnswer {
  readonly serviceConnectConfiguration?: object;
  readonly vpcLatticeConfigurations?: readonly object[];
}

/** A service as DescribeServices answers it. */
export interface ServiceAnswer extends RunAnswer {
  readonly serviceArn?: string;
  readonly serviceName?: string;
  readonly clusterArn?: string;
  readonly desiredCount?: number;
  readonly schedulingStrategy?: string;
  readonly deploymentController?: { readonly type?: string };
  readonly deploymentConfiguration?: object;
  readonly deployments?: readonly DeploymentAnswer[];
  readonly taskSets?: readonly RunAnswer[];
  readonly placementConstraints?: readonly object[];
  readonly placementStrategy?: readonly object[];
  readonly healthCheckGracePeriodSeconds?: number;
  readonly enableExecuteCommand?: boolean;
  readonly enableECSManagedTags?: boolean;
  readonly propagateTags?: string;
  readonly serviceRegistries?: readonly object[];
}

/** What others say of a service. */
interface Surroundings {
  /** What sends requests to its target groups, and the mount targets of file systems: all were there before it. */
  readonly before: readonly string[];
  /** Whether scaling owns the number of its tasks: ECS answers a desired count all the same. */
  readonly isScaled: boolean;
}

/** A service. */
export function serviceResource(service: ServiceAnswer, { before, isScaled }: Surroundings): AccountResource {
  const { deploymentController, deploymentConfiguration, schedulingStrategy, placementConstraints, placementStrategy } = service;
  const { taskDefinition, launchType, platformVersion, capacityProviderStrategy, networkConfiguration, loadBalancers } = runOf(service);
  const { serviceConnectConfiguration, vpcLatticeConfigurations } = primary(service.deployments) ?? {};
  return {
    id: service.serviceArn ?? '',
    type: 'AWS::ECS::Service',
    dependsOn: before,
    properties: {
      ServiceName: service.serviceName,
      Cluster: service.clusterArn,
      TaskDefinition: taskDefinition,
      DesiredCount: isScaled ? undefined : service.desiredCount,
      LaunchType: launchType,
      CapacityProviderStrategy: strategyOf(capacityProviderStrategy),
      PlatformVersion: platformVersion === 'LATEST' ? undefined : platformVersion,
      SchedulingStrategy: schedulingStrategy,
      DeploymentController: capitalized(deploymentController),
      DeploymentConfiguration: capitalized(deploymentConfiguration),
      NetworkConfiguration: capitalized(networkConfiguration),
      LoadBalancers: capitalized(loadBalancers),
      HealthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds,
      EnableExecuteCommand: service.enableExecuteCommand,
      EnableECSManagedTags: service.enableECSManagedTags,
      PropagateTags: service.propagateTags,
      PlacementConstraints: capitalized(placementConstraints),
      PlacementStrategies: capitalized(placementStrategy),
      ServiceRegistries: capitalized(service.serviceRegistries),
      ServiceConnectConfiguration: capitalized(serviceConnectConfiguration),
      VpcLatticeConfigurations: capitalized(vpcLatticeConfigurations),
    },
  };
}

/** The target groups that a service registers its tasks with. */
export const targetGroupArnsOf = (service: ServiceAnswer): readonly string[] =>
  (runOf(service).loadBalancers ?? []).flatMap(({ targetGroupArn, advancedConfiguration }) =>
    [targetGroupArn ?? [], advancedConfiguration?.alternateTargetGroupArn ?? []].flat());

/** Of a service that CodeDeploy or somebody else deploys, the primary task set says what runs. */
export const runOf = (service: ServiceAnswer): RunAnswer =>
  service.taskDefinition === undefined ? { ...service, ...primary(service.taskSets) } : service;

const primary = <T extends RunAnswer>(runs: readonly T[] = []): T | undefined => runs.find(({ status }) => status === 'PRIMARY');
