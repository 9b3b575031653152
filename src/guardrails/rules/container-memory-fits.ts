import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { containerNamed } from '../predicates/container-named';

/** AWS adds up the reservations alone: hard limits can together exceed the task memory, as long as none of them does alone. */
export const containerMemoryFits: TaskRule = {
  id: 'container-memory-fits',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.memoryMiB', 'task.containers.memoryReservationMiB', 'task.containers.name', 'task.memoryMiB'],
  title: 'The memory of the containers should fit into the task memory.',
  why: 'ECS rejects a task definition if a hard limit or the sum of the reservations exceeds the task memory. '
    + 'It also rejects a reservation above the hard limit.',
  fix: 'Increase memoryLimitMiB of HardenedFargateService or ecs.FargateTaskDefinition, or lower memoryLimitMiB and '
    + 'memoryReservationMiB in addContainer.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  prevents: ['memory/container-limit'],
  breaks: { memoryMiB: 512 },
  holds: ({ containers, memoryMiB: available }) => {
    if (!isKnown(containers)) return UNKNOWN;
    const contrary = containers.find(reservesMoreThanItsLimit);
    if (contrary) {
      return {
        seen: `${containerNamed(contrary.name)} reserves ${String(contrary.memoryReservationMiB)} MiB, `
          + `but its hard limit is ${String(contrary.memoryMiB)} MiB`,
      };
    }
    if (typeof available !== 'number') return UNKNOWN;
    const large = containers.find(({ memoryMiB: limit }) => typeof limit === 'number' && limit > available);
    if (large) {
      const limit = `${containerNamed(large.name)} has a hard limit of ${String(large.memoryMiB)} MiB`;
      return { seen: `${limit}, but the task has ${available} MiB` };
    }
    const reserved = containers.reduce((sum, container) => sum + reservationOf(container), 0);
    return reserved <= available || { seen: `the containers reserve ${reserved} MiB in total, but the task has ${available} MiB` };
  },
};

const reservesMoreThanItsLimit = ({ memoryMiB: limit, memoryReservationMiB: reservation }: ContainerFacts): boolean =>
  typeof limit === 'number' && typeof reservation === 'number' && reservation > limit;

const reservationOf = ({ memoryReservationMiB: reservation }: ContainerFacts): number => typeof reservation === 'number' ? reservation : 0;
