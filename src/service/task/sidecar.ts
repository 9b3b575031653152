import { Duration } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { containerHealthCheck } from './container-health-check';
import type { ContainerOptions, SidecarOptions } from './container-options';
import { addFurtherContainer, type JoinedTask } from './further-container';

/** How long a sidecar may need before its first check counts. */
const STARTUP_TIME = Duration.seconds(60);

/**
 * Adds a container that runs as long as the application, and starts before it.
 *
 * ECS stops containers in the reverse order of their start, so that a sidecar outlives what it serves.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export function addSidecar(task: JoinedTask, id: string, options: SidecarOptions): ecs.ContainerDefinition {
  const { portMappings, healthCheck, essential, enableRestartPolicy, startsAlongside = false, ...common } = options;
  const sidecar = addFurtherContainer(task, id, common, {
    portMappings,
    healthCheck: healthCheck && containerHealthCheck(healthCheck, STARTUP_TIME),
    essential,
    enableRestartPolicy,
    stopTimeout: common.stopTimeout ?? task.stopTimeout,
  });
  if (!startsAlongside) startAfter(task.container, sidecar, healthCheck ? HEALTHY : START);
  return sidecar;
}

/** Adds a container that has to succeed before the application starts, and after those that were added before it. */
export function addInitContainer(task: JoinedTask, id: string, options: ContainerOptions): ecs.ContainerDefinition {
  const before = task.container.containerDependencies.filter(({ condition }) => condition === SUCCESS).at(-1);
  const init = addFurtherContainer(task, id, options, { essential: false, stopTimeout: task.stopTimeout });
  if (before !== undefined) startAfter(init, before.container, SUCCESS);
  startAfter(task.container, init, SUCCESS);
  return init;
}

const { HEALTHY, START, SUCCESS } = ecs.ContainerDependencyCondition;

function startAfter(container: ecs.ContainerDefinition, first: ecs.ContainerDefinition, condition: ecs.ContainerDependencyCondition): void {
  container.addContainerDependencies({ container: first, condition });
}
