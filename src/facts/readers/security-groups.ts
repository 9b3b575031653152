import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { SecurityGroupFacts, SecurityGroupRule } from '../model/network';
import { readList } from '../template/items';
import { once } from '../template/once';
import { belongingTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asList, asNumber, asString, at, type Resolved } from '../template/source/resolved';
import type { Templates } from '../template/templates';

const TYPE = 'AWS::EC2::SecurityGroup';

const EVERYTHING_OUT: SecurityGroupRule = { protocol: '-1', fromPort: undefined, toPort: undefined, peer: '0.0.0.0/0' };
const UNKNOWN_RULE: SecurityGroupRule = { protocol: UNKNOWN, fromPort: UNKNOWN, toPort: UNKNOWN, peer: UNKNOWN };

/** Security groups by reference; without any, AWS takes the VPC's default group, whose rules are in no template. */
export function readSecurityGroups(templates: Templates, references: Resolved): Known<readonly SecurityGroupFacts[]> {
  const list = asList(references);
  if (!isKnown(list) || list.length === 0) return UNKNOWN;
  const groups = list.map(reference => readSecurityGroup(templates, reference));
  return groups.every(isKnown) ? groups : UNKNOWN;
}

/** A group whose id is a literal exists already; one that nobody can name could be any of the others. */
function readSecurityGroup(templates: Templates, reference: Resolved): Known<SecurityGroupFacts> {
  const group = templates.referred(reference, TYPE);
  if (group !== undefined) return readDeclared(templates, group);
  return typeof reference === 'string' && !reference.includes('${') ? { id: reference, ingress: UNKNOWN, egress: UNKNOWN } : UNKNOWN;
}

const readDeclared = once((templates: Templates, group: Resource): SecurityGroupFacts => ({
  id: group.key,
  vpcId: vpcOf(templates, group),
  ingress: ingressOf(templates, group),
  egress: egressOf(templates, group),
}));

/** A group can be associated with further VPCs; which of them a service is in, then, does not matter. */
function vpcOf(templates: Templates, group: Resource): Fact<string> {
  if (belongingTo(templates, group, 'AWS::EC2::SecurityGroupVpcAssociation', 'GroupId').length > 0) return UNKNOWN;
  const { VpcId: vpcId } = group.properties;
  return templates.referred(vpcId, 'AWS::EC2::VPC')?.key ?? asString(vpcId);
}

function ingressOf(templates: Templates, group: Resource): Known<readonly SecurityGroupRule[]> {
  const inline = asList(group.properties.SecurityGroupIngress);
  return isKnown(inline)
    ? [...inline.flatMap(rule => readRules(templates, rule)), ...apart(templates, group, 'AWS::EC2::SecurityGroupIngress')]
    : UNKNOWN;
}

/**
 * A group without egress rules lets everything out until one is added, also apart; the CDK counts on it where `allowAllOutbound` is off.
 *
 * Whether rules for IPv6 alone are enough, nobody says.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html#aws-resource-ec2-securitygroup--examples--Remove_the_default_rule
 * @see https://github.com/aws/aws-cdk/issues/987
 * @see https://github.com/aws-cloudformation/cfn-language-discussion/issues/157
 */
function egressOf(templates: Templates, group: Resource): Known<readonly SecurityGroupRule[]> {
  const inline = asList(group.properties.SecurityGroupEgress);
  if (!isKnown(inline)) return UNKNOWN;
  const added = apart(templates, group, 'AWS::EC2::SecurityGroupEgress');
  if (inline.length > 0) return [...inline.flatMap(rule => readRules(templates, rule)), ...added];
  if (added.length === 0) return [EVERYTHING_OUT];
  return added.every(({ peer }) => !isKnown(peer) || IPV6_RANGE.test(peer)) ? [...added, UNKNOWN_RULE] : added;
}

const IPV6_RANGE = /^(?=[\da-f.]*:)[\da-f:.]+\//i;

/** Rules that are resources of their own. */
const apart = (templates: Templates, group: Resource, type: string): readonly SecurityGroupRule[] =>
  belongingTo(templates, group, type, 'GroupId').flatMap(([rule, certain]) =>
    certain ? readRules(templates, rule.properties) : [UNKNOWN_RULE],
  );

/** One rule, or one for each range of the prefix list that it names. */
const readRules = (templates: Templates, rule: Resolved): readonly SecurityGroupRule[] => readPeers(templates, rule).map(peer => ({
  protocol: protocolOf(at(rule, 'IpProtocol')),
  fromPort: asNumber(at(rule, 'FromPort')),
  toPort: asNumber(at(rule, 'ToPort')),
  peer,
}));

/** EC2 takes the names of protocols in any case. */
function protocolOf(value: Resolved): Known<string> {
  const protocol = asString(value) ?? UNKNOWN;
  return isKnown(protocol) && !protocol.includes('${') ? protocol.toLowerCase() : protocol;
}

const PEERS = [
  'CidrIp',
  'CidrIpv6',
  'SourceSecurityGroupId',
  'DestinationSecurityGroupId',
  'SourcePrefixListId',
  'DestinationPrefixListId',
] as const;

function readPeers(templates: Templates, rule: Resolved): readonly Known<string>[] {
  const peer = PEERS.map(name => at(rule, name)).find(value => value !== undefined);
  return rangesOf(templates.referred(peer, 'AWS::EC2::PrefixList'))
    ?? [templates.referred(peer, TYPE)?.key ?? rangeOf(templates, peer) ?? UNKNOWN];
}

/** What is in a prefix list of AWS, such as that of S3, is in no template. */
function rangesOf(prefixList: Resource | undefined): readonly Known<string>[] | undefined {
  if (prefixList === undefined) return undefined;
  const ranges = readList(prefixList.properties.Entries, entry => asString(at(entry, 'Cidr')) ?? UNKNOWN);
  return isKnown(ranges) ? ranges : [UNKNOWN];
}

/** A range as it is written where it is given, for a rule that refers to the range of a VPC or a subnet. */
export function rangeOf(templates: Templates, value: Resolved): Fact<string> {
  const owner = typeof value === 'string' && value.endsWith('.CidrBlock}') ? templates.referred(value) : undefined;
  const range = asString(owner?.properties.CidrBlock);
  return typeof range === 'string' ? range : asString(value);
}
