import type { AccountResource } from '../model/account-resource';

interface PermissionAnswer {
  readonly IpProtocol?: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
  readonly IpRanges?: readonly { readonly CidrIp?: string }[];
  readonly Ipv6Ranges?: readonly { readonly CidrIpv6?: string }[];
  readonly UserIdGroupPairs?: readonly { readonly GroupId?: string }[];
  readonly PrefixListIds?: readonly { readonly PrefixListId?: string }[];
}

/** A security group as DescribeSecurityGroups answers it. */
export interface SecurityGroupAnswer {
  readonly GroupId?: string;
  readonly VpcId?: string;
  readonly IpPermissions?: readonly PermissionAnswer[];
  readonly IpPermissionsEgress?: readonly PermissionAnswer[];
}

/**
 * A rule that matches nothing, as the CDK writes it where nothing may go out: to CloudFormation, no rule at all means that everything may.
 *
 * @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/security-group.ts
 */
const NOTHING = { CidrIp: '255.255.255.255/32', IpProtocol: 'icmp', FromPort: 252, ToPort: 86 };

/** A security group with all its rules in it. */
export function securityGroupResource(
  { GroupId = '', VpcId, IpPermissions = [], IpPermissionsEgress = [] }: SecurityGroupAnswer,
): AccountResource {
  const egress = IpPermissionsEgress.flatMap(permission => rulesOf(permission, 'Destination'));
  return {
    id: GroupId,
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      VpcId,
      SecurityGroupIngress: IpPermissions.flatMap(permission => rulesOf(permission, 'Source')),
      SecurityGroupEgress: egress.length === 0 ? [NOTHING] : egress,
    },
    names: { [GroupId]: 'GroupId' },
  };
}

/** EC2 keeps one permission for all peers that may use the same ports; CloudFormation has a rule for each. */
function rulesOf(permission: PermissionAnswer, side: 'Source' | 'Destination'): readonly object[] {
  const { IpProtocol, FromPort, ToPort, IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [], PrefixListIds = [] } = permission;
  return [
    ...IpRanges.map(({ CidrIp }) => ({ CidrIp })),
    ...Ipv6Ranges.map(({ CidrIpv6 }) => ({ CidrIpv6 })),
    ...UserIdGroupPairs.map(({ GroupId }) => ({ [`${side}SecurityGroupId`]: GroupId })),
    ...PrefixListIds.map(({ PrefixListId }) => ({ [`${side}PrefixListId`]: PrefixListId })),
  ].map(peer => ({ IpProtocol, FromPort, ToPort, ...peer }));
}
