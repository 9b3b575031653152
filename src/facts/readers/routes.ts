import { type Fact, isKnown, type Known, UNKNOWN } from '../model/fact';
import type { RouteFacts, RouteTarget } from '../model/network';
import { asItems } from '../template/items';
import { belongingTo, refersTo } from '../template/refers';
import type { Resource } from '../template/resource';
import { asString, isOpen, type Resolved, type ResolvedObject } from '../template/source/resolved';
import type { Templates } from '../template/templates';

interface Routes<T> {
  readonly routeTableId: Fact<string>;
  readonly routes: Known<readonly T[]>;
}

/** What becomes of a route that is read; nothing where it is left out. */
type Refine<T> = (route: Resource, facts: RouteFacts) => readonly T[];

/**
 * The route table of a subnet with its routes; a subnet without one has the VPC's main table, which leads nowhere else
 * unless somebody adds to it.
 */
export function readRoutes<T extends RouteFacts>(templates: Templates, subnet: Resource, refine: Refine<T>): Routes<T | RouteFacts> {
  const associations = belongingTo(templates, subnet, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId');
  if (associations.some(([, certain]) => !certain)) return { routeTableId: UNKNOWN, routes: UNKNOWN };
  if (associations.length === 0) return { routeTableId: undefined, routes: routesOfMainTable(templates) };
  const reference = asString(associations[0][0].properties.RouteTableId);
  const table = typeof reference === 'string' ? templates.referred(reference, 'AWS::EC2::RouteTable') : undefined;
  if (table === undefined) return { routeTableId: literal(reference), routes: UNKNOWN };
  return { routeTableId: table.key, routes: routesOf(templates, table, refine) };
}

const routesOfMainTable = (templates: Templates): readonly RouteFacts[] =>
  templates.ofType('AWS::EC2::Route').filter(route => mayBeOfMainTable(templates, route)).map(() => UNKNOWN_ROUTE);

/**
 * CloudFormation does not tell the id of a main table, so that it comes from a parameter or from a custom resource; a
 * literal one exists already.
 */
function mayBeOfMainTable(templates: Templates, { properties: { RouteTableId: reference } }: Resource): boolean {
  const id = asString(reference);
  return typeof id !== 'string' || (id.includes('${') && templates.referred(id, 'AWS::EC2::RouteTable') === undefined);
}

const literal = (id: Fact<string>): Known<string> => typeof id === 'string' && !id.includes('${') ? id : UNKNOWN;

const UNKNOWN_ROUTE: RouteFacts = { destination: UNKNOWN, target: UNKNOWN };

const routesOf = <T>(templates: Templates, table: Resource, refine: Refine<T>): readonly (T | RouteFacts)[] => [
  ...belongingTo(templates, table, 'AWS::EC2::Route', 'RouteTableId').flatMap(([route, certain]): readonly (T | RouteFacts)[] =>
    certain ? refine(route, readRoute(templates, route)) : [UNKNOWN_ROUTE]),
  ...templates.ofType('AWS::EC2::VPNGatewayRoutePropagation')
    .filter(({ properties: { RouteTableIds: ids } }) => isOpen(ids) || asItems(ids).some(id => refersTo(templates, id, table) !== false))
    .map((): RouteFacts => ({ destination: UNKNOWN, target: 'elsewhere' })),
];

function readRoute(templates: Templates, { properties }: Resource): RouteFacts {
  const { DestinationCidrBlock: ipv4, DestinationIpv6CidrBlock: ipv6, DestinationPrefixListId: prefixList } = properties;
  return { destination: asString(ipv4 ?? ipv6 ?? prefixList) ?? UNKNOWN, target: targetOf(templates, properties) };
}

function targetOf(templates: Templates, route: ResolvedObject): Known<RouteTarget> {
  const { GatewayId: gateway, NatGatewayId: nat, EgressOnlyInternetGatewayId: egressOnly } = route;
  if (gateway !== undefined) return gatewayOf(templates, gateway);
  if (nat !== undefined) return natGatewayOf(asString(templates.referred(nat)?.properties.ConnectivityType));
  return egressOnly !== undefined ? 'egress-only-gateway' : 'elsewhere';
}

/** A private NAT gateway leads to other networks only, which may have a way out. */
function natGatewayOf(connectivity: Fact<string>): Known<RouteTarget> {
  if (!isKnown(connectivity) || connectivity?.includes('${')) return UNKNOWN;
  return connectivity === 'private' ? 'elsewhere' : 'nat-gateway';
}

/** One property takes internet gateways and VPN gateways. */
function gatewayOf(templates: Templates, gateway: Resolved): Known<RouteTarget> {
  if (typeof gateway !== 'string') return UNKNOWN;
  if (gateway.startsWith('igw-') || templates.referred(gateway, 'AWS::EC2::InternetGateway') !== undefined) return 'internet-gateway';
  return gateway.includes('${') && templates.referred(gateway, 'AWS::EC2::VPNGateway') === undefined ? UNKNOWN : 'elsewhere';
}
