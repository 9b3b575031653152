import type { RouteTableAnswer } from './route-table';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

/** A NAT gateway as DescribeNatGateways answers it. */
export interface NatGatewayAnswer {
  readonly NatGatewayId?: string;
  readonly VpcId?: string;
  readonly SubnetId?: string;
  readonly ConnectivityType?: string;
}

/** The NAT gateways of a VPC; of those that routes name and nobody could read, it is not even known whether they lead to the internet. */
export function natGatewayResources(
  gateways: Known<readonly NatGatewayAnswer[]>, tables: Known<readonly RouteTableAnswer[]>,
): readonly AccountResource[] {
  const read = isKnown(gateways) ? gateways : [];
  const named = isKnown(tables) ? tables.flatMap(({ Routes = [] }) => Routes.flatMap(({ NatGatewayId }) => NatGatewayId ?? [])) : [];
  const unread = [...new Set(named)].filter(id => read.every(({ NatGatewayId }) => NatGatewayId !== id));
  return [...read.map(natGatewayResource), ...unread.map(id => natGateway(id, { SubnetId: UNKNOWN, ConnectivityType: UNKNOWN }))];
}

/** CloudFormation names the VPC of a regional NAT gateway only, which has no subnet. */
const natGatewayResource = ({ NatGatewayId = '', VpcId, SubnetId, ConnectivityType }: NatGatewayAnswer): AccountResource =>
  natGateway(NatGatewayId, { ...SubnetId === undefined ? { VpcId } : { SubnetId }, ConnectivityType });

const natGateway = (id: string, properties: AccountResource['properties']): AccountResource =>
  ({ id, type: 'AWS::EC2::NatGateway', properties });
