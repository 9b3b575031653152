import { readAcl } from './acl';
import { once } from './once';
import { readRoutes } from './routes';
import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { SiteFacts, SubnetFacts } from '../model/network';
import { asString, isWhole, type Resolved } from '../template/resolved';
import type { Resource } from '../template/resource';
import type { Templates } from '../template/templates';

/** The subnets that a service's tasks may be placed in; of one that was made elsewhere only the id is known. */
export function readSubnets(templates: Templates, references: Known<readonly Resolved[]>): Known<readonly SubnetFacts[]> {
  if (references === UNKNOWN || references.length === 0) return UNKNOWN;
  return references.map(reference => {
    const subnet = templates.referred(reference, 'AWS::EC2::Subnet');
    return subnet === undefined ? madeElsewhere(reference) : readSubnet(templates, subnet);
  });
}

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

const siteOf = once((templates: Templates, subnet: Resource): SiteFacts => {
  const { AvailabilityZone: zone, AvailabilityZoneId: zoneId, CidrBlock: cidr } = subnet.properties;
  return { id: subnet.key, availabilityZone: asString(zone ?? zoneId), cidr: asString(cidr), acl: readAcl(templates, subnet) };
});

const readSubnet = once((templates: Templates, subnet: Resource): SubnetFacts => {
  const { VpcId: vpcId } = subnet.properties;
  const vpc = templates.referred(vpcId, 'AWS::EC2::VPC');
  return {
    ...siteOf(templates, subnet),
    vpcId: vpc?.key ?? asString(vpcId) ?? UNKNOWN,
    // Of a VPC that was made elsewhere, the main route table may lead anywhere.
    ...vpc === undefined ? { routeTableId: UNKNOWN, routes: UNKNOWN } : readRoutes(templates, subnet),
  };
});

const siteElsewhere = (id: string): SiteFacts => ({ id, availabilityZone: UNKNOWN, cidr: UNKNOWN, acl: UNKNOWN });

const madeElsewhere = (reference: Resolved): SubnetFacts =>
  ({ ...siteElsewhere(typeof reference === 'string' ? reference : '${?}'), vpcId: UNKNOWN, routeTableId: UNKNOWN, routes: UNKNOWN });
