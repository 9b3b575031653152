import { aclLetsNatThrough } from './acl';
import { containsAws } from './ipv4-range';
import { openIf, type Step, throughAll } from './reach';
import { isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every, some } from '../../facts/model/known';
import type { NatGatewayFacts, RouteFacts, NetworkPlacementFacts } from '../../facts/model/network';

/**
 * Whether a NAT gateway takes HTTPS of a subnet on to the internet, and brings the answers back.
 *
 * A regional one has a way of its own, past all subnets of the user's.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
export function throughNat(gateway: Known<NatGatewayFacts> | undefined, subnet: NetworkPlacementFacts): Step {
  if (gateway === undefined || !isKnown(gateway) || !isKnown(gateway.site)) return UNKNOWN;
  const { id, site, routes } = gateway;
  return site === undefined || throughAll(
    openIf(
      isKnown(routes) ? some(routes.map(leadsOut)) : UNKNOWN,
      'path',
      `the subnet of the NAT gateway ${id} has no route to an internet gateway`,
    ),
    openIf(
      aclLetsNatThrough(subnet, site),
      'path',
      `the network ACLs of the NAT gateway ${id} block HTTPS requests or their responses`,
    ),
  );
}

/** A firewall on the way on, or another network, may have a way out; what is sent to a NAT gateway is IPv4. */
function leadsOut({ destination, target }: RouteFacts): Known<boolean> {
  if (!isKnown(destination) || !isKnown(target)) return UNKNOWN;
  return every([destination.includes(':') ? false : containsAws(destination), target === 'internet-gateway' || UNKNOWN]);
}
