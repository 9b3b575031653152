import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

export const serviceConnectNamesPort: ServiceRule = {
  id: 'service-connect-names-port',
  class: 'refused',
  judges: 'service',
  property: 'ServiceConnectConfiguration',
  reads: ['serviceConnectServices', 'task.containers.portMappings'],
  title: 'Service Connect should use port names that the containers of the task map.',
  why: 'ECS rejects a service if a port name of Service Connect is not the name of a port mapping in its task definition.',
  fix: 'Set name in portMappings of addContainer to the portMappingName of serviceConnectConfiguration. '
    + 'For HardenedFargateService, use the name of a port mapping of its taskDefinition.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html'],
  prevents: [],
  breaks: { serviceConnectServices: [{ portName: 'web', clientAliases: 1 }] },
  holds: ({ serviceConnectServices: offered, task }) => {
    if (!isKnown(offered)) return UNKNOWN;
    if (offered.length === 0) return true;
    if (!isKnown(task) || !isKnown(task.containers)) return UNKNOWN;
    const named = task.containers.map(portNames);
    if (!named.every(isKnown)) return UNKNOWN;
    const missing = offered.map(({ portName }) => portName).filter(isKnown).filter(port => !named.flat().includes(port));
    return missing.length === 0 || { seen: `no port mapping has the name ${missing.map(port => `'${port}'`).join(' or ')}` };
  },
};

function portNames({ portMappings }: ContainerFacts): Known<readonly string[]> {
  if (!isKnown(portMappings) || portMappings.some(({ name }) => !isKnown(name))) return UNKNOWN;
  return portMappings.map(({ name }) => name).filter(name => typeof name === 'string');
}
