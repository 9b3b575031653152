import type { AccountResource } from '../model/account-resource';

/** A subnet as DescribeSubnets answers it. */
export interface SubnetAnswer {
  readonly SubnetId?: string;
  readonly VpcId?: string;
  readonly CidrBlock?: string;
  readonly AvailabilityZone?: string;
  readonly Ipv6Native?: boolean;
  readonly AvailableIpAddressCount?: number;
}

/** A subnet; its route table and its network ACL name it themselves. */
export const subnetResource = ({ SubnetId = '', VpcId, CidrBlock, AvailabilityZone, Ipv6Native }: SubnetAnswer): AccountResource => ({
  id: SubnetId,
  type: 'AWS::EC2::Subnet',
  properties: { VpcId, CidrBlock, AvailabilityZone, Ipv6Native: Ipv6Native || undefined },
});
