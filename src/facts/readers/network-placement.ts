import { readAcl } from './acl';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { NetworkPlacementFacts } from '../model/network';
import { once } from '../template/once';
import type { Resource } from '../template/resource';
import { asString, isWhole, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

/** Where something with a network interface in a subnet stands; unknown when nobody can name the subnet. */
export function readNetworkPlacement(templates: Templates, reference: Resolved): Known<NetworkPlacementFacts> {
  const subnet = templates.referred(reference, 'AWS::EC2::Subnet');
  if (subnet !== undefined) return networkPlacementOf(templates, subnet);
  return typeof reference === 'string' && isWhole(reference) ? networkPlacementElsewhere(templates.identify(reference)) : UNKNOWN;
}

/** Where something with network interfaces in several subnets stands. */
export function readNetworkPlacements(
  templates: Templates,
  references: Known<readonly Resolved[]>,
): Known<readonly NetworkPlacementFacts[]> {
  if (!isKnown(references)) return UNKNOWN;
  const sites = references.map(reference => readNetworkPlacement(templates, reference));
  return sites.every(isKnown) ? sites : UNKNOWN;
}

/** A subnet that the app declares. */
export const networkPlacementOf = once((templates: Templates, subnet: Resource): NetworkPlacementFacts => {
  const { AvailabilityZone: zone, AvailabilityZoneId: zoneId, CidrBlock: cidr } = subnet.properties;
  return { id: subnet.key, availabilityZone: asString(zone ?? zoneId), cidr: asString(cidr), acl: readAcl(templates, subnet) };
});

/** A subnet that was made elsewhere, of which only the id is known. */
export const networkPlacementElsewhere = (id: string): NetworkPlacementFacts => ({
  id,
  availabilityZone: UNKNOWN,
  cidr: UNKNOWN,
  acl: UNKNOWN,
});
