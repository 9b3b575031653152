import type { ContainerFacts, DependencyFacts } from '../../facts/model/container';
import { type Fact, isKnown } from '../../facts/model/fact';
import type { ContainerRule } from '../model/rule';
import { waitsForItself } from '../predicates/dependency-circle';

export const dependencyHasHealthCheck: ContainerRule = {
  id: 'dependency-has-health-check',
  level: 'error',
  judges: 'container',
  property: 'DependsOn',
  title: 'What a container waits for can come true.',
  why: 'A container that waits for the health of one without a health check, for the end of one that '
    + 'never ends, or for itself is never started.',
  fix:
    'Give the other container a healthCheck in addContainer, wait for START instead, or set essential: false on one that is meant to end; '
    + 'the same goes for containers that are added to the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html'],
  prevents: ['start/dependency'],
  breaks: { dependsOn: [{ container: 'proxy', condition: 'HEALTHY' }] },
  holds: (container, { containers }) => {
    if (!isKnown(container.dependsOn) || !isKnown(containers)) return true;
    if (waitsForItself(container, containers)) return { seen: 'in the end it waits for itself' };
    const faults = container.dependsOn.map(dependency => faultOf(dependency, containers)).filter(fault => fault !== undefined);
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

function faultOf({ container: name, condition }: DependencyFacts, containers: readonly ContainerFacts[]): string | undefined {
  if (!isKnown(name)) return undefined;
  const awaited = containers.find(container => container.name === name);
  if (awaited !== undefined) return isKnown(condition) ? CONDITIONS[condition]?.(awaited, name) : undefined;
  return containers.every(container => isLiteral(container.name)) ? `it waits for '${name}', which is not in the task` : undefined;
}

type Fault = (awaited: ContainerFacts, name: string) => string | undefined;

/** AWS refuses to wait for the end of an essential container. */
const neverEnds: Fault = ({ essential }, name) =>
  essential === true ? `it waits for the end of '${name}', which is essential and so ends with the task` : undefined;

/** Why each condition may never come true; every container starts. */
const CONDITIONS: Readonly<Record<string, Fault | undefined>> = {
  HEALTHY: ({ healthCheck }, name) =>
    healthCheck === undefined ? `it waits for the health of '${name}', which has no health check` : undefined,
  COMPLETE: neverEnds,
  SUCCESS: neverEnds,
};

const isLiteral = (name: Fact<string>): boolean => typeof name === 'string' && !name.includes('${');
