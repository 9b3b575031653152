import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRegistryFacts } from '../../facts/model/service';
import type { ServiceRule } from '../model/rule';

/**
 * What ECS answers: https://github.com/umotif-public/terraform-aws-ecs-fargate/issues/25 and
 * https://github.com/trussworks/terraform-aws-ecs-service/pull/344.
 */
export const serviceRegistryNamesPort: ServiceRule = {
  id: 'service-registry-names-port',
  class: 'refused',
  judges: 'service',
  property: 'ServiceRegistries',
  reads: ['registries', 'task.containers.name'],
  title: 'A service registry should name a port if, and only if, it has SRV records.',
  why: 'ECS rejects a service whose registry has SRV records and no port, or names a container port that its DNS records do not need.',
  fix: 'Set dnsRecordType, container, and containerPort together in cloudMapOptions of ecs.FargateService. '
    + 'For HardenedFargateService, call service.enableCloudMap with them, or remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html'],
  prevents: [],
  breaks: { registries: [{ recordTypes: ['A'], containerName: 'app', containerPort: 8080, port: undefined }] },
  holds: ({ registries, task }) => {
    if (!isKnown(registries)) return UNKNOWN;
    const containers = isKnown(task) ? task.containers : UNKNOWN;
    const faults = registries.flatMap(registry => [...faultOf(registry), ...unknownContainer(registry, containers)]);
    if (faults.length > 0) return { seen: faults.join('; ') };
    return registries.every(({ recordTypes }) => isKnown(recordTypes)) || UNKNOWN;
  },
};

function faultOf(registry: ServiceRegistryFacts): readonly string[] {
  const { containerName, containerPort, port } = registry;
  const namesContainer = containerName !== undefined || containerPort !== undefined;
  if (namesContainer && port !== undefined) return ['a registry names both a port and a container, but ECS accepts only one'];
  if (containerPort !== undefined && containerName === undefined) return ['a registry names a container port but no container'];
  return againstRecords(registry);
}

/** Only records of type SRV have a port in them; where there are none, ECS does not mind the name of a container alone. */
function againstRecords(registry: ServiceRegistryFacts): readonly string[] {
  const { containerName, containerPort, port, recordTypes: types } = registry;
  if (!isKnown(types) || types.length === 0 || !types.every(isKnown)) return [];
  const namesPort = containerPort !== undefined || port !== undefined;
  if (namesPort === types.includes('SRV')) return [];
  if (namesPort) return [`a registry with ${types.join(' and ')} records names a port, but only SRV records have one`];
  return [containerName === undefined ? 'a registry with SRV records names no port' : 'a registry names a container but no container port'];
}

function unknownContainer({ containerName: name }: ServiceRegistryFacts, containers: Known<readonly ContainerFacts[]>): readonly string[] {
  if (typeof name !== 'string' || name.includes('${') || !isKnown(containers)) return [];
  const isAnother = (other: Known<string>) => isKnown(other) && !other.includes('${') && other !== name;
  return containers.every(container => isAnother(container.name)) ? [`the task definition has no container '${name}'`] : [];
}
