import { isKnown, type Known, UNKNOWN } from '../model/fact';
import { readList } from '../template/items';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asString } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const AMAZON = 'AmazonProvidedDNS';

/** The name servers that a VPC's DHCP options tell its tasks to ask; without options of its own a VPC asks Amazon's. */
export function readNameServers(templates: Templates, vpc: Resource): Known<readonly string[]> {
  const associations = belongingTo(templates, vpc, 'AWS::EC2::VPCDHCPOptionsAssociation', 'VpcId');
  if (associations.length === 0) return [];
  const [[association, certain]] = associations;
  if (!certain) return UNKNOWN;
  if (association.properties.DhcpOptionsId === 'default') return [];
  const options = templates.referred(association.properties.DhcpOptionsId, 'AWS::EC2::DHCPOptions');
  const servers = readList(options === undefined ? UNKNOWN : options.properties.DomainNameServers, server => asString(server));
  if (!isKnown(servers) || !servers.every(server => typeof server === 'string')) return UNKNOWN;
  return servers.includes(AMAZON) ? [] : servers;
}
