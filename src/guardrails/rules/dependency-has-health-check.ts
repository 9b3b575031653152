import type { ContainerFacts, DependencyFacts } from '../../facts/model/container';
import { type Fact, isKnown } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { waitsForItself } from '../predicates/dependency-circle';

export const dependencyHasHealthCheck: ContainerRule = {
  id: 'dependency-has-health-check',
  class: 'cannot start',
  judges: 'container',
  property: 'DependsOn',
  reads: ['task.containers.dependsOn', 'task.containers.name'],
  title: 'Every dependsOn condition should be one that the other container can reach.',
  why: 'Otherwise, ECS rejects the task definition, or the waiting container never starts.',
  fix: 'Add a healthCheck to the other container in addContainer, wait for START, or set essential: false on a container that is '
    + 'meant to exit. This includes containers that you add to the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  prevents: ['start/dependency'],
  breaks: { dependsOn: [{ container: 'proxy', condition: 'HEALTHY' }] },
  holds: (container, { containers }) => {
    if (!isKnown(container.dependsOn) || !isKnown(containers)) return true;
    if (waitsForItself(container, containers)) return { seen: 'the container depends on itself' };
    const faults = container.dependsOn.map(dependency => faultOf(dependency, containers)).filter(fault => fault !== undefined);
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

function faultOf({ container: name, condition }: DependencyFacts, containers: readonly ContainerFacts[]): string | undefined {
  if (!isKnown(name)) return undefined;
  const awaited = containers.find(container => container.name === name);
  if (awaited !== undefined) return isKnown(condition) ? CONDITIONS[condition]?.(awaited, name) : undefined;
  if (!containers.every(container => isLiteral(container.name))) return undefined;
  return `the container waits for '${name}', which is not in the task definition`;
}

type Fault = (awaited: ContainerFacts, name: string) => string | undefined;

/** AWS refuses to wait for the end of an essential container. */
const neverEnds: Fault = ({ essential }, name) =>
  essential === true ? `the container waits for '${name}' to exit, but '${name}' is essential` : undefined;

/** Why each condition may never come true; every container starts. */
const CONDITIONS: Readonly<Record<string, Fault | undefined>> = {
  HEALTHY: ({ healthCheck }, name) =>
    healthCheck === undefined ? `the container waits for '${name}' to be healthy, but '${name}' has no health check` : undefined,
  COMPLETE: neverEnds,
  SUCCESS: neverEnds,
};

const isLiteral = (name: Fact<string>): boolean => typeof name === 'string' && !name.includes('${');
