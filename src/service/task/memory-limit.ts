import { Lazy, Token } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { LEAST_CONTAINER_MIB } from '../../aws/limits';

/**
 * The hard limit of the application's container: all memory of its task that the other containers leave.
 *
 * It is settled when the template is written, because sidecars may be added until then. Those that end before the application starts
 * leave it theirs. Of a size that only deployment knows,
 * nothing can be subtracted: then there is a limit only while there is no other container.
 */
export const restOfMemory = (task: ecs.FargateTaskDefinition, ownId: string): number => Lazy.number({
  produce: () => {
    const containers = task.node.children.filter(child => child instanceof ecs.ContainerDefinition);
    const own = containers.find(({ node }) => node.id === ownId);
    const ended = own?.containerDependencies.filter(endsBefore).map(({ container }) => container) ?? [];
    const others = containers.filter(container => container !== own && !ended.includes(container));
    const taken = others.map(reservedBy).filter(memory => memory !== undefined);
    if (taken.length === 0) return task.memoryMiB;
    if ([task.memoryMiB, ...taken].some(memory => Token.isUnresolved(memory))) return undefined;
    // With less than nothing left, a guardrail says which containers do not fit.
    return Math.max(LEAST_CONTAINER_MIB, taken.reduce((rest, memory) => rest - memory, task.memoryMiB));
  },
});

const endsBefore = ({ condition }: ecs.ContainerDependency): boolean =>
  condition === ecs.ContainerDependencyCondition.SUCCESS || condition === ecs.ContainerDependencyCondition.COMPLETE;

function reservedBy(container: ecs.ContainerDefinition): number | undefined {
  const { memory, memoryReservation } = container.renderContainerDefinition();
  return memory ?? memoryReservation;
}
