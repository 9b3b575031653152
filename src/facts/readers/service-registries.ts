import { type Known, UNKNOWN } from '../model/fact';
import type { ServiceRegistryFacts } from '../model/service';
import { readList } from '../template/items';
import type { Resource } from '../template/resource';
import { asLiteral, asNumber, asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Where a service registers the addresses of its tasks. */
export const readRegistries = (templates: Templates, { properties }: Resource): Known<readonly ServiceRegistryFacts[]> =>
  readList(properties.ServiceRegistries, registry => ({
    recordTypes: recordTypesOf(templates, at(registry, 'RegistryArn')),
    containerName: asString(at(registry, 'ContainerName')),
    containerPort: asNumber(at(registry, 'ContainerPort')),
    port: asNumber(at(registry, 'Port')),
  }));

function recordTypesOf(templates: Templates, reference: Resolved): Known<readonly Known<string>[]> {
  const registry = templates.referred(reference, 'AWS::ServiceDiscovery::Service');
  if (registry === undefined) return UNKNOWN;
  return readList(at(registry.properties.DnsConfig, 'DnsRecords'), record => asLiteral(at(record, 'Type')) ?? UNKNOWN);
}
