import { contains, containsAws, EVERYWHERE, isRange } from './ipv4-range';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every, some } from '../../facts/model/known';
import type { NetworkFacts, SecurityGroupFacts, SecurityGroupRule, NetworkPlacementFacts, VpcFacts } from '../../facts/model/network';

/** What is to pass a security group. */
export interface Traffic {
  readonly protocol: 'tcp' | 'udp';
  readonly port: Known<number>;
}

export const HTTPS = { protocol: 'tcp', port: 443 } as const satisfies Traffic;
export const NFS = { protocol: 'tcp', port: 2049 } as const satisfies Traffic;
export const DNS = { protocol: 'udp', port: 53 } as const satisfies Traffic;

/** Something with network interfaces in the VPC: tasks, an endpoint, a mount target, or a load balancer. */
interface Guarded {
  readonly securityGroups: Known<readonly SecurityGroupFacts[]>;
}

type Names = (peer: string) => Known<boolean>;

/** Whether the tasks' security groups let them call the public addresses of AWS and of others. */
export const mayCallOut = ({ securityGroups }: NetworkFacts): Known<boolean> =>
  allow(securityGroups, 'egress', HTTPS, peer => isRange(peer) ? containsAws(peer) : isGroup(peer) ? false : UNKNOWN);

/** Whether a caller's security groups let it call something that may stand anywhere in the VPC. */
export const mayCall = ({ securityGroups }: Guarded, vpc: Pick<VpcFacts, 'cidr'>, callee: Guarded, traffic: Traffic): Known<boolean> =>
  allow(securityGroups, 'egress', traffic, peer => names(peer, callee.securityGroups, vpc.cidr));

/** Whether the security groups of something admit traffic from anywhere at all. */
export const admitsAnyone = ({ securityGroups }: Guarded, traffic: Traffic): Known<boolean> =>
  allow(securityGroups, 'ingress', traffic, () => true);

/** Whether the tasks' security groups let them call one address. */
export const mayCallAddress = ({ securityGroups }: NetworkFacts, address: string, traffic: Traffic): Known<boolean> =>
  allow(securityGroups, 'egress', traffic, peer => isRange(peer) ? contains(peer, `${address}/32`) : UNKNOWN);

/** Whether something in the VPC admits a caller from a subnet. */
export const admits = (
  callee: Guarded,
  { securityGroups }: Guarded,
  subnet: Pick<NetworkPlacementFacts, 'cidr'>,
  vpc: Pick<VpcFacts, 'cidr'>,
  traffic: Traffic,
): Known<boolean> =>
  allow(callee.securityGroups, 'ingress', traffic, peer =>
    some([
      names(peer, securityGroups, subnet.cidr),
      // A range that holds the whole VPC holds the subnet; one that does not may still hold the subnet.
      isRange(peer) || peer === vpc.cidr ? names(peer, securityGroups, vpc.cidr) === true : false,
    ]),
  );

/** Rules only ever allow, and those of all groups count. */
function allow(
  groups: Known<readonly SecurityGroupFacts[]>,
  direction: 'ingress' | 'egress',
  traffic: Traffic,
  named: Names,
): Known<boolean> {
  if (!isKnown(groups)) return UNKNOWN;
  return some(
    groups.map(group => {
      const rules = group[direction];
      return isKnown(rules)
        ? some(rules.map(rule => every([covers(rule, traffic), isKnown(rule.peer) ? named(rule.peer) : UNKNOWN])))
        : UNKNOWN;
    }),
  );
}

const NUMBERS: { readonly [protocol in Traffic['protocol']]: string } = { tcp: '6', udp: '17' };

/** What EC2 documents; of other names nobody says what they cover. */
const NAMED = /^(?:tcp|udp|icmp|icmpv6|\d+)$/;

function covers({ protocol, fromPort, toPort }: SecurityGroupRule, { protocol: called, port }: Traffic): Known<boolean> {
  if (protocol === '-1') return true;
  return every([
    isKnown(protocol) && NAMED.test(protocol) ? protocol === called || protocol === NUMBERS[called] : UNKNOWN,
    isAtMost(fromPort, port),
    isAtMost(port, toPort),
  ]);
}

const isAtMost = (lower: Fact<number>, upper: Fact<number>): Known<boolean> =>
  typeof lower === 'number' && typeof upper === 'number' ? lower <= upper : UNKNOWN;

/** Whether a rule's peer is one of these groups, or a range that holds this one. */
function names(peer: string, groups: Known<readonly SecurityGroupFacts[]>, range: Fact<string>): Known<boolean> {
  if (isGroup(peer)) return isKnown(groups) ? groups.some(({ id }) => id === peer) : UNKNOWN;
  if (peer === range) return true;
  if (!isRange(peer)) return UNKNOWN;
  return typeof range === 'string' ? contains(peer, range) : peer === EVERYWHERE || UNKNOWN;
}

/** What is in a prefix list, nobody can tell from here; nor what a reference stands for that was not followed. */
const isGroup = (peer: string): boolean => !isRange(peer) && !peer.startsWith('pl-') && !peer.includes('${');
