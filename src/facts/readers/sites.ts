import { readAcl } from './acl';
import { once } from './once';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { SiteFacts } from '../model/network';
import { asString, isWhole, type Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** Where something with a network interface in a subnet stands; unknown when nobody can name the subnet. */
export function readSite(templates: Templates, reference: Resolved): Known<SiteFacts> {
  const subnet = templates.referred(reference, 'AWS::EC2::Subnet');
  if (subnet !== undefined) return siteOf(templates, subnet);
  return typeof reference === 'string' && isWhole(reference) ? siteElsewhere(templates.identify(reference)) : UNKNOWN;
}

/** Where something with network interfaces in several subnets stands. */
export function readSites(templates: Templates, references: Known<readonly Resolved[]>): Known<readonly SiteFacts[]> {
  if (!isKnown(references)) return UNKNOWN;
  const sites = references.map(reference => readSite(templates, reference));
  return sites.every(isKnown) ? sites : UNKNOWN;
}

/** A subnet that the app declares. */
export const siteOf = once((templates: Templates, subnet: Resource): SiteFacts => {
  const { AvailabilityZone: zone, AvailabilityZoneId: zoneId, CidrBlock: cidr } = subnet.properties;
  return { id: subnet.key, availabilityZone: asString(zone ?? zoneId), cidr: asString(cidr), acl: readAcl(templates, subnet) };
});

/** A subnet that was made elsewhere, of which only the id is known. */
export const siteElsewhere = (id: string): SiteFacts => ({ id, availabilityZone: UNKNOWN, cidr: UNKNOWN, acl: UNKNOWN });
