import type { SubnetAnswer } from './subnet';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

interface EntryAnswer {
  readonly RuleNumber?: number;
  readonly Protocol?: string;
  readonly RuleAction?: string;
  readonly Egress?: boolean;
  readonly CidrBlock?: string;
  readonly Ipv6CidrBlock?: string;
  readonly PortRange?: { readonly From?: number; readonly To?: number };
}

/** A network ACL as DescribeNetworkAcls answers it. */
export interface NetworkAclAnswer {
  readonly NetworkAclId?: string;
  readonly VpcId?: string;
  readonly Entries?: readonly EntryAnswer[];
  readonly Associations?: readonly { readonly SubnetId?: string }[];
}

/** The network ACLs of a VPC, the default one included, and which subnet has which. */
export function networkAclResources(
  acls: Known<readonly NetworkAclAnswer[]>, subnets: readonly SubnetAnswer[],
): readonly AccountResource[] {
  const associations = subnets.map(({ SubnetId = '' }) => ({
    id: `${SubnetId}/network-acl`,
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    properties: { SubnetId, NetworkAclId: isKnown(acls) ? aclOf(SubnetId, acls) ?? UNKNOWN : UNKNOWN },
  }));
  return [...associations, ...isKnown(acls) ? acls.flatMap(aclResources) : []];
}

const aclOf = (subnetId: string, acls: readonly NetworkAclAnswer[]): string | undefined =>
  acls.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnetId))?.NetworkAclId;

/** The last entries, which AWS shows as `*`, deny what no other one matched, as the model of facts does by itself. */
const LAST = [32767, 32768];

const aclResources = ({ NetworkAclId = '', VpcId, Entries = [] }: NetworkAclAnswer): readonly AccountResource[] => [
  { id: NetworkAclId, type: 'AWS::EC2::NetworkAcl', properties: { VpcId } },
  ...Entries.filter(({ RuleNumber = 0 }) => !LAST.includes(RuleNumber)).map(entry => ({
    id: `${NetworkAclId}/${entry.Egress === true ? 'egress' : 'ingress'}/${entry.RuleNumber}`,
    type: 'AWS::EC2::NetworkAclEntry',
    properties: {
      NetworkAclId,
      RuleNumber: entry.RuleNumber,
      Protocol: entry.Protocol,
      RuleAction: entry.RuleAction,
      Egress: entry.Egress,
      CidrBlock: entry.CidrBlock,
      Ipv6CidrBlock: entry.Ipv6CidrBlock,
      PortRange: entry.PortRange,
    },
  })),
];
