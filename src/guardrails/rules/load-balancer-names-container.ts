import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { RegistrationFacts } from '../../facts/model/load-balancer';
import type { ServiceRule } from '../model/rule';
import { serves } from '../predicates/served-port';

export const loadBalancerNamesContainer: ServiceRule = {
  id: 'load-balancer-names-container',
  class: 'refused',
  judges: 'service',
  property: 'LoadBalancers',
  reads: ['registrations', 'task.containers.name', 'task.containers.portMappings'],
  title: 'The load balancer settings should name a mapped port of a container in the task.',
  why: 'ECS rejects a service if its load balancer settings name a container or port that the task definition does not have.',
  fix: 'Set containerPort of HardenedFargateService to the port of the application. '
    + 'For other services, pass a containerName of the task definition and one of its mapped ports to service.loadBalancerTarget({ '
    + 'containerName, containerPort }).',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html'],
  prevents: ['health/elb-wrong-port'],
  breaks: { registrations: { containerPort: 80 } },
  holds: ({ registrations, task }) => {
    if (!isKnown(registrations) || !isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
    const { containers } = task;
    const faults = registrations.flatMap(registration => faultsOf(registration, containers));
    return faults.length === 0 || { seen: faults.join('; ') };
  },
};

function faultsOf(
  { containerName: name, containerPort: port }: RegistrationFacts,
  containers: readonly ContainerFacts[],
): readonly string[] {
  if (typeof name !== 'string') return [];
  const named = containers.filter(container => container.name === name);
  if (named.length === 0) {
    return [name, ...containers.map(container => container.name)].every(isLiteral)
      ? [`the task definition has no container '${name}'`]
      : [];
  }
  const isMapped = typeof port !== 'number' || named.some(container => serves(container, port) !== false);
  return isMapped ? [] : [`container '${name}' does not map port ${port}`];
}

/** Names that a symbol is in may turn out to be the same. */
const isLiteral = (name: Known<string>): boolean => isKnown(name) && !name.includes('${');
