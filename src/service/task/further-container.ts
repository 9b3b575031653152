import type { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { logTo } from './application-log';
import type { ContainerOptions } from './container-options';
import { grantPullByName } from './image-source';
import { mountWritablePaths } from './writable-paths';
import { requireEnvironment } from '../validation/require-environment';
import { requireShare } from '../validation/require-share';

/** The task that a container joins, and what containers of it share. */
export interface JoinedTask {
  readonly taskDefinition: ecs.FargateTaskDefinition;
  /** The container of the application. */
  readonly container: ecs.ContainerDefinition;
  readonly executionRole: Parameters<typeof grantPullByName>[2];
  /** Whether ECS Exec is enabled. */
  readonly enableExecuteCommand: boolean;
  readonly logGroup: logs.ILogGroup;
  readonly stopTimeout: Duration;
}

/** What differs between the kinds of containers. */
export type Further = Omit<ecs.ContainerDefinitionOptions, keyof ContainerOptions | 'logging'>;

/** Adds a container with a read-only root, limits and a log of its own. */
export function addFurtherContainer(task: JoinedTask, id: string, options: ContainerOptions, further: Further): ecs.ContainerDefinition {
  const { environment = {}, secrets = {}, writablePaths = [], ...stated } = options;
  requireEnvironment(environment, secrets);
  requireShare(id, options.memoryLimitMiB, task.taskDefinition.memoryMiB);
  const container = task.taskDefinition.addContainer(id, { ...stated, ...further, ...hardened(task, id), environment, secrets });
  grantPullByName(container, options.image, task.executionRole);
  mountWritablePaths(container, writablePaths, task.enableExecuteCommand, `${id}-`);
  return container;
}

/** What every further container has. */
export function hardened({ taskDefinition, logGroup }: JoinedTask, id: string) {
  if (taskDefinition.node.tryFindChild(id) !== undefined) {
    throw new Error(`the task already has a container '${id}'; give this container another id`);
  }
  return {
    readonlyRootFilesystem: true,
    linuxParameters: new ecs.LinuxParameters(taskDefinition, `LinuxParameters ${id}`, { initProcessEnabled: true }),
    logging: logTo(logGroup, id),
  };
}
