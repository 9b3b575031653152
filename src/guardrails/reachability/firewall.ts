import { contains, containsAws, EVERYWHERE, isRange } from './ipv4-range';
import { every, some } from './reach';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { EndpointFacts, NetworkFacts, SecurityGroupFacts, SecurityGroupRule, SubnetFacts, VpcFacts } from '../../facts/model/network';

const HTTPS = 443;

type Names = (peer: string) => Known<boolean>;

/** Whether the tasks' security groups let them call the public addresses of AWS. */
export const mayCallOut = ({ securityGroups }: NetworkFacts): Known<boolean> =>
  allow(securityGroups, 'egress', peer => (isRange(peer) ? containsAws(peer) : isGroup(peer) ? false : UNKNOWN));

/** Whether the tasks' security groups let them call an endpoint, which may stand anywhere in the VPC. */
export const mayCall = ({ securityGroups }: NetworkFacts, vpc: VpcFacts, endpoint: EndpointFacts): Known<boolean> =>
  allow(securityGroups, 'egress', peer => names(peer, endpoint.securityGroups, vpc.cidr));

/** Whether an endpoint's security groups admit tasks from a subnet. */
export const admits = (endpoint: EndpointFacts, { securityGroups }: NetworkFacts, subnet: SubnetFacts, vpc: VpcFacts): Known<boolean> =>
  allow(endpoint.securityGroups, 'ingress', peer => some([
    names(peer, securityGroups, subnet.cidr),
    // A range that holds the whole VPC holds the subnet; one that does not may still hold the subnet.
    isRange(peer) || peer === vpc.cidr ? names(peer, securityGroups, vpc.cidr) === true : false,
  ]));

/** Rules only ever allow, and those of all groups count. */
function allow(groups: Known<readonly SecurityGroupFacts[]>, direction: 'ingress' | 'egress', named: Names): Known<boolean> {
  if (!isKnown(groups)) return UNKNOWN;
  return some(groups.map(group => {
    const rules = group[direction];
    return isKnown(rules) ? some(rules.map(rule => every([coversHttps(rule), isKnown(rule.peer) ? named(rule.peer) : UNKNOWN]))) : UNKNOWN;
  }));
}

function coversHttps({ protocol, fromPort, toPort }: SecurityGroupRule): Known<boolean> {
  if (!isKnown(protocol)) return UNKNOWN;
  if (protocol === '-1') return true;
  if (protocol !== 'tcp' && protocol !== '6') return false;
  if (typeof fromPort !== 'number' || typeof toPort !== 'number') return UNKNOWN;
  return fromPort <= HTTPS && HTTPS <= toPort;
}

/** Whether a rule's peer is one of these groups, or a range that holds this one. */
function names(peer: string, groups: Known<readonly SecurityGroupFacts[]>, range: Fact<string>): Known<boolean> {
  if (isGroup(peer)) return isKnown(groups) ? groups.some(({ id }) => id === peer) : UNKNOWN;
  if (peer === range) return true;
  if (!isRange(peer)) return UNKNOWN;
  return typeof range === 'string' ? contains(peer, range) : peer === EVERYWHERE || UNKNOWN;
}

/** What is in a prefix list, nobody can tell from here; nor what a reference stands for that was not followed. */
const isGroup = (peer: string): boolean => !isRange(peer) && !peer.startsWith('pl-') && !peer.includes('${');
