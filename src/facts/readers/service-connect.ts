import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { ServiceConnectFacts } from '../model/service';
import { readList } from '../template/items';
import type { Resource } from '../template/resource';
import { asBoolean, asList, asLiteral, asObject, at } from '../template/source/resolved';

/** The ports that a service offers by Service Connect; none where that is off. */
export function readServiceConnectServices({ properties }: Resource): Known<readonly ServiceConnectFacts[]> {
  const configuration = asObject(properties.ServiceConnectConfiguration);
  if (configuration === undefined) return [];
  const enabled = isKnown(configuration) ? asBoolean(configuration.Enabled) : UNKNOWN;
  if (enabled !== true || !isKnown(configuration)) return enabled === false ? [] : UNKNOWN;
  return readList(configuration.Services, service => {
    const aliases = asList(at(service, 'ClientAliases'));
    return { portName: asLiteral(at(service, 'PortName')) ?? UNKNOWN, clientAliases: isKnown(aliases) ? aliases.length : UNKNOWN };
  });
}
