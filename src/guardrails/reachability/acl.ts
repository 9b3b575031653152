import { contains, containsAws, EVERYWHERE } from './ipv4-range';
import { PORT } from '../../aws/limits';
import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import { every } from '../../facts/model/known';
import type { AclRuleFacts, NetworkPlacementFacts } from '../../facts/model/network';

/** Ports from which Linux and Windows call, so that answers come back to them; a rule for a part of them may do. */
const EPHEMERAL: Ports = [32768, PORT.most];

type Ports = readonly [from: number, to: number];

interface Packet {
  readonly egress: boolean;
  readonly ports: Ports;
  /** Whether a range holds the other side; unknown when it holds a part of it. */
  readonly isIn: (range: string) => Known<boolean>;
}

/** Whether the network ACL of a subnet lets HTTPS out to public addresses. */
export const aclLetsHttpsOut = ({ acl }: NetworkPlacementFacts): Known<boolean> =>
  passes(acl, { egress: true, ports: [443, 443], isIn: containsAws });

/** Whether it lets their answers in: a network ACL keeps no record of connections, so that both ways need a rule of their own. */
export const aclLetsAnswersIn = ({ acl }: NetworkPlacementFacts): Known<boolean> =>
  passes(acl, { egress: false, ports: EPHEMERAL, isIn: containsAws });

/** Whether the network ACLs of both subnets let calls to a port through, and the answers back; within a subnet none is asked. */
export function aclsLetCall(from: NetworkPlacementFacts, to: NetworkPlacementFacts, port: number): Known<boolean> {
  if (from.id === to.id) return true;
  return every([
    passes(from.acl, { egress: true, ports: [port, port], isIn: holding(to.cidr) }),
    passes(to.acl, { egress: false, ports: [port, port], isIn: holding(from.cidr) }),
    passes(to.acl, { egress: true, ports: EPHEMERAL, isIn: holding(from.cidr) }),
    passes(from.acl, { egress: false, ports: EPHEMERAL, isIn: holding(to.cidr) }),
  ]);
}

/** NAT gateways call from more ports than operating systems do. */
const NAT_PORTS: Ports = [1024, PORT.most];

/**
 * Whether the network ACL around a NAT gateway lets HTTPS of a subnet in and out again, and the answers back; within
 * its own subnet none is asked.
 *
 * @see https://repost.aws/knowledge-center/vpc-troubleshoot-nat-gateway-connection
 */
export function aclLetsNatThrough(from: NetworkPlacementFacts, { id, acl }: NetworkPlacementFacts): Known<boolean> {
  return every([
    from.id === id || passes(acl, { egress: false, ports: [443, 443], isIn: holding(from.cidr) }),
    passes(acl, { egress: true, ports: [443, 443], isIn: containsAws }),
    passes(acl, { egress: false, ports: NAT_PORTS, isIn: containsAws }),
    from.id === id || passes(acl, { egress: true, ports: EPHEMERAL, isIn: holding(from.cidr) }),
  ]);
}

const holding = (cidr: Fact<string>) => (range: string): Known<boolean> => {
  if (range === EVERYWHERE) return true;
  return typeof cidr === 'string' ? contains(range, cidr) : UNKNOWN;
};

/** The rule with the lowest number that matches decides; without one, the packet is dropped. */
function passes(acl: Known<readonly AclRuleFacts[]>, packet: Packet): Known<boolean> {
  if (!isKnown(acl)) return UNKNOWN;
  const rules = acl.map(rule => ({ rule, match: matches(rule, packet) })).filter(({ match }) => match !== false);
  if (rules.some(({ rule }) => !isKnown(rule.number))) return UNKNOWN;
  const inOrder = rules.sort((one, other) => Number(one.rule.number) - Number(other.rule.number));
  const certain = inOrder.findIndex(({ match }) => match === true);
  const opinions =
    certain < 0 ? [...inOrder.map(({ rule }) => rule.allows), false] : inOrder.slice(0, certain + 1).map(({ rule }) => rule.allows);
  return opinions.every(opinion => opinion === opinions[0]) ? opinions[0] : UNKNOWN;
}

function matches(rule: AclRuleFacts, packet: Packet): Known<boolean> {
  if (rule.egress === !packet.egress) return false;
  return every([
    isKnown(rule.egress) || UNKNOWN,
    isTcp(rule.protocol),
    rule.protocol === '-1' ? true : coversPorts(rule, packet.ports),
    isKnown(rule.range) ? packet.isIn(rule.range) : UNKNOWN,
  ]);
}

const isTcp = (protocol: Known<string>): Known<boolean> =>
  isKnown(protocol) && !protocol.includes('${') ? ['-1', '6'].includes(protocol) : UNKNOWN;

function coversPorts({ fromPort, toPort }: AclRuleFacts, [from, to]: Ports): Known<boolean> {
  if (typeof fromPort !== 'number' || typeof toPort !== 'number') return UNKNOWN;
  if (fromPort <= from && to <= toPort) return true;
  return toPort < from || to < fromPort ? false : UNKNOWN;
}
