import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { natVpc } from './network';
import { type ContainerOptions, soundContainer, soundTask } from './task';

/** What a configuration says for itself; the rest is the same everywhere. */
export interface ServiceOptions {
  readonly vpc?: ec2.IVpc;
  readonly cluster?: ecs.ICluster;
  readonly taskDefinition?: ecs.FargateTaskDefinition;
  readonly task?: ecs.FargateTaskDefinitionProps;
  readonly container?: ContainerOptions;
  readonly service?: Partial<ecs.FargateServiceProps>;
}

/** A cluster that measures its tasks and knows Fargate's two kinds of capacity. */
export const soundCluster = (scope: Construct, vpc: ec2.IVpc, props: ecs.ClusterProps = {}): ecs.Cluster =>
  new ecs.Cluster(scope, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENHANCED, enableFargateCapacityProviders: true, ...props });

/** What every service of the corpus is given, unless its theme is another. */
export const SERVICE_DEFAULTS = {
  desiredCount: 2,
  minHealthyPercent: 100,
  maxHealthyPercent: 200,
  circuitBreaker: { enable: true, rollback: true },
  capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
  enableECSManagedTags: true,
  propagateTags: ecs.PropagatedTagSource.SERVICE,
} as const;

/** A plain service of the CDK with everything set that its defaults leave open. */
export function soundService(scope: Construct, options: ServiceOptions = {}): ecs.FargateService {
  const cluster = options.cluster ?? soundCluster(scope, options.vpc ?? natVpc(scope));
  const taskDefinition = options.taskDefinition ?? taskWithContainer(scope, options);
  const service = new ecs.FargateService(scope, 'Service', {
    ...SERVICE_DEFAULTS,
    capacityProviderStrategies: [...SERVICE_DEFAULTS.capacityProviderStrategies],
    cluster,
    taskDefinition,
    ...options.service,
  });
  waitForNeeds(service);
  soundAlarm(scope, service);
  return service;
}

/** Has a service created after the permissions of its tasks and the capacity providers of its cluster. */
export const waitForNeeds = (service: ecs.FargateService): void =>
  service.node.addDependency(service.taskDefinition.obtainExecutionRole(), service.cluster);

/** A task definition with the application's container in it. */
export function taskWithContainer(scope: Construct, options: Pick<ServiceOptions, 'task' | 'container'> = {}): ecs.FargateTaskDefinition {
  const task = soundTask(scope, options.task);
  soundContainer(scope, task, options.container);
  return task;
}

/** An alarm of the service that somebody hears. */
export function soundAlarm(scope: Construct, service: ecs.FargateService): cloudwatch.Alarm {
  const alarm = service.metricCpuUtilization().createAlarm(scope, 'BusyAlarm', { threshold: 90, evaluationPeriods: 3 });
  alarm.addAlarmAction(new actions.SnsAction(new sns.Topic(scope, 'OnCall')));
  return alarm;
}
