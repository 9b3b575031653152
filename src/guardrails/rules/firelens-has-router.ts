import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';
import { containerNamed } from '../predicates/container-named';

/** ECS rejects either without the other: https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20. */
export const firelensHasRouter: TaskRule = {
  id: 'firelens-has-router',
  class: 'refused',
  judges: 'task',
  property: 'ContainerDefinitions',
  reads: ['task.containers.logConfiguration', 'task.containers.name', 'task.containers.routesLogs'],
  title: 'A task should have one FireLens log router if, and only if, containers use awsfirelens.',
  why: 'ECS rejects the awsfirelens log driver without a container that has a FireLens configuration. '
    + 'It also rejects a FireLens configuration that no container uses.',
  fix: 'Call addFirelensLogRouter once on the task definition, and use ecs.LogDrivers.firelens in the other containers. '
    + 'Do the same on taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html'],
  prevents: [],
  breaks: { containers: { logConfiguration: { driver: 'awsfirelens' } } },
  holds: ({ containers }) => {
    if (!isKnown(containers)) return UNKNOWN;
    const routers = containers.filter(({ routesLogs }) => routesLogs === true);
    if (routers.length > 1) return { seen: `${namesOf(routers)} are all FireLens log routers` };
    const users = containers.filter(container => usesFirelens(container) === true);
    if (routers.length === 0 && users.length > 0) {
      if (containers.some(({ routesLogs }) => !isKnown(routesLogs))) return UNKNOWN;
      return { seen: `${namesOf(users)} uses the log driver awsfirelens, but no container is a FireLens log router` };
    }
    const isUnused = routers.length === 1 && containers.every(container => usesFirelens(container) === false);
    return isUnused ? { seen: `${namesOf(routers)} is a FireLens log router, but no container uses the log driver awsfirelens` } : true;
  },
};

function usesFirelens({ logConfiguration: log }: ContainerFacts): Known<boolean> {
  if (log === undefined) return false;
  return isKnown(log) && isKnown(log.driver) ? log.driver === 'awsfirelens' : UNKNOWN;
}

const namesOf = (containers: readonly ContainerFacts[]): string => containers.map(({ name }) => containerNamed(name)).join(' and ');
