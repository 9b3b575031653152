import type { SubnetAnswer } from './subnet';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

interface RouteAnswer {
  readonly DestinationCidrBlock?: string;
  readonly DestinationIpv6CidrBlock?: string;
  readonly DestinationPrefixListId?: string;
  readonly GatewayId?: string;
  readonly NatGatewayId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
  readonly State?: string;
}

/** A route table as DescribeRouteTables answers it. */
export interface RouteTableAnswer {
  readonly RouteTableId?: string;
  readonly VpcId?: string;
  readonly Routes?: readonly RouteAnswer[];
  readonly Associations?: readonly { readonly Main?: boolean; readonly SubnetId?: string }[];
}

/** The route tables of a VPC; subnets that name none have the main table, which an account can name. */
export function routeTableResources(
  tables: Known<readonly RouteTableAnswer[]>, subnets: readonly SubnetAnswer[],
): readonly AccountResource[] {
  const associations = subnets.map(({ SubnetId = '' }) => ({
    id: `${SubnetId}/route-table`,
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId, RouteTableId: isKnown(tables) ? tableOf(SubnetId, tables) ?? UNKNOWN : UNKNOWN },
  }));
  return [...associations, ...isKnown(tables) ? tables.flatMap(tableResources) : []];
}

/** The route table of a subnet. */
export function tableOf(subnetId: string, tables: readonly RouteTableAnswer[]): string | undefined {
  const associated = (isIts: (association: { readonly Main?: boolean; readonly SubnetId?: string }) => boolean) =>
    tables.find(({ Associations = [] }) => Associations.some(isIts))?.RouteTableId;
  return associated(({ SubnetId }) => SubnetId === subnetId) ?? associated(({ Main }) => Main === true);
}

const tableResources = ({ RouteTableId = '', VpcId, Routes = [] }: RouteTableAnswer): readonly AccountResource[] => [
  { id: RouteTableId, type: 'AWS::EC2::RouteTable', properties: { VpcId } },
  ...Routes.filter(isDeclared).map(route => ({
    id: `${RouteTableId}/${destinationOf(route)}`,
    type: 'AWS::EC2::Route',
    properties: { RouteTableId, ...routeProperties(route) },
  })),
];

const destinationOf = ({ DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId }: RouteAnswer): string | undefined =>
  DestinationCidrBlock ?? DestinationIpv6CidrBlock ?? DestinationPrefixListId;

/** Templates leave out what every table has, and what a gateway endpoint adds; a default route to something that is gone leads nowhere. */
function isDeclared({ DestinationPrefixListId, GatewayId = '', State, ...route }: RouteAnswer): boolean {
  const isOfEndpoint = DestinationPrefixListId !== undefined && GatewayId.startsWith('vpce-');
  return GatewayId !== 'local' && !isOfEndpoint && !(State === 'blackhole' && DEFAULT.includes(destinationOf(route) ?? ''));
}

const DEFAULT = ['0.0.0.0/0', '::/0'];

/** What keeps traffic from a less specific route, although it leads nowhere itself, no template can say. */
const routeProperties = ({ State, GatewayId, NatGatewayId, EgressOnlyInternetGatewayId, ...destination }: RouteAnswer): object => ({
  DestinationCidrBlock: destination.DestinationCidrBlock,
  DestinationIpv6CidrBlock: destination.DestinationIpv6CidrBlock,
  DestinationPrefixListId: destination.DestinationPrefixListId,
  ...State === 'blackhole' ? { GatewayId: UNKNOWN } : { GatewayId, NatGatewayId, EgressOnlyInternetGatewayId },
});
