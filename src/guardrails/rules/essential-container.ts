import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceFacts } from '../../facts/model/service';
import type { ContainerRule } from '../model/rule';

export const essentialContainer: ContainerRule = {
  id: 'essential-container',
  class: 'refused',
  judges: 'container',
  property: 'Essential',
  reads: ['registrations', 'task.containers.essential', 'task.containers.name', 'task.containers.portMappings'],
  title: 'At least one container should be essential, and so should the container that serves requests.',
  why: 'ECS rejects a task definition without an essential container. '
    + 'If the serving container is not essential, the task keeps running after that container exits.',
  fix: 'Remove essential: false in addContainer for the container that does the work; the default is true. '
    + 'The container that HardenedFargateService creates is essential by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html'],
  prevents: ['exit/sidecar'],
  breaks: { essential: false },
  holds: (container, { containers }, service) => {
    if (!isKnown(container.essential) || !isKnown(containers)) return UNKNOWN;
    if (container.essential) return true;
    if (containers.every(({ essential }) => essential === false)) {
      return container !== containers[0] || { seen: 'no container of the task is essential' };
    }
    return service === undefined || !serves(container, containers, service)
      || { seen: 'the container serves the load balancer, but is not essential', class: 'weakens' };
  },
};

/**
 * Requests go to the container that the service names; where nobody knows the name, to the only one with ports.
 * Sidecars may have ports, too.
 */
function serves(container: ContainerFacts, containers: readonly ContainerFacts[], { registrations }: ServiceFacts): boolean {
  if (!isKnown(registrations)) return false;
  return registrations.some(({ containerName: name }) =>
    isKnown(name) ? name === container.name : isOnlyOneWithPorts(container, containers),
  );
}

const isOnlyOneWithPorts = (container: ContainerFacts, containers: readonly ContainerFacts[]): boolean =>
  containers.every(each => hasPorts(each) === (each === container));

const hasPorts = ({ portMappings }: ContainerFacts): Known<boolean> => isKnown(portMappings) ? portMappings.length > 0 : UNKNOWN;
