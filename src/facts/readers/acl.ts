import { isKnown, type Known, UNKNOWN } from '../model/fact';
import type { AclRuleFacts } from '../model/network';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asBoolean, asNumber, asString, at, orElse } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const ENTRY = 'AWS::EC2::NetworkAclEntry';

/** The rules of the network ACL that guards a subnet: one that is associated with it, else the default one of the VPC. */
export function readAcl(templates: Templates, subnet: Resource): Known<readonly AclRuleFacts[]> {
  const associations = belongingTo(templates, subnet, 'AWS::EC2::SubnetNetworkAclAssociation', 'SubnetId');
  if (associations.some(([, certain]) => !certain)) return UNKNOWN;
  if (associations.length === 0) return defaultAcl(templates, subnet);
  const acl = templates.referred(associations[0][0].properties.NetworkAclId, 'AWS::EC2::NetworkAcl');
  return acl === undefined
    ? UNKNOWN
    : belongingTo(templates, acl, ENTRY, 'NetworkAclId').map(([entry, certain]) => certain ? readRule(entry) : UNKNOWN_RULE);
}

/** AWS makes it with every VPC, and lets everything through unless an entry was put before. */
function defaultAcl(templates: Templates, subnet: Resource): Known<readonly AclRuleFacts[]> {
  const vpc = templates.referred(subnet.properties.VpcId, 'AWS::EC2::VPC');
  if (vpc === undefined) return UNKNOWN;
  const entries = templates.ofType(ENTRY).flatMap(entry => {
    const acl = templates.referred(entry.properties.NetworkAclId);
    if (acl === vpc) return [entry.condition === undefined ? readRule(entry) : UNKNOWN_RULE];
    return acl === undefined && mayBeAny(entry) ? [UNKNOWN_RULE] : [];
  });
  return [...entries, allowing(true), allowing(false)];
}

/** A literal id is of an ACL that exists already, so not of one that is made with its VPC. */
function mayBeAny({ properties: { NetworkAclId: id } }: Resource): boolean {
  const text = asString(id);
  return !isKnown(text) || (text?.includes('${') ?? false);
}

const allowing = (egress: boolean): AclRuleFacts =>
  ({ number: 100, egress, allows: true, protocol: '-1', range: '0.0.0.0/0', fromPort: undefined, toPort: undefined });

const UNKNOWN_RULE: AclRuleFacts =
  { number: UNKNOWN, egress: UNKNOWN, allows: UNKNOWN, protocol: UNKNOWN, range: UNKNOWN, fromPort: UNKNOWN, toPort: UNKNOWN };

function readRule({ properties }: Resource): AclRuleFacts {
  const action = asString(properties.RuleAction);
  return {
    number: asNumber(properties.RuleNumber) ?? UNKNOWN,
    egress: orElse(asBoolean(properties.Egress), false),
    allows: typeof action !== 'string' || action.includes('${') ? UNKNOWN : action.toLowerCase() === 'allow',
    protocol: asString(properties.Protocol) ?? UNKNOWN,
    range: asString(properties.CidrBlock ?? properties.Ipv6CidrBlock) ?? UNKNOWN,
    fromPort: asNumber(at(properties.PortRange, 'From')),
    toPort: asNumber(at(properties.PortRange, 'To')),
  };
}
