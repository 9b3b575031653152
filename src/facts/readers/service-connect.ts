import { isKnown, type Known, UNKNOWN } from '../model/fact';
import { readList } from '../template/items';
import type { Resource } from '../template/resource';
import { asBoolean, asLiteral, asObject, at } from '../template/source/resolved';

/** The ports that a service offers by Service Connect; none where that is off. */
export function readServiceConnectPorts({ properties }: Resource): Known<readonly Known<string>[]> {
  const configuration = asObject(properties.ServiceConnectConfiguration);
  if (configuration === undefined) return [];
  const enabled = isKnown(configuration) ? asBoolean(configuration.Enabled) : UNKNOWN;
  if (enabled !== true || !isKnown(configuration)) return enabled === false ? [] : UNKNOWN;
  return readList(configuration.Services, service => asLiteral(at(service, 'PortName')) ?? UNKNOWN);
}
