import { UNKNOWN } from '../../../src/facts/model/fact';
import { readNatGateway } from '../../../src/facts/readers/nat-gateway';
import type { Expression, TemplateResource } from '../../../src/facts/template/source/template-source';
import { templatesOf } from '../templates-of';

const NETWORK: Readonly<Record<string, TemplateResource>> = {
  Vpc: { Type: 'AWS::EC2::VPC' },
  InternetGateway: { Type: 'AWS::EC2::InternetGateway' },
  Public: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  Table: { Type: 'AWS::EC2::RouteTable' },
  Association: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: { Ref: 'Public' }, RouteTableId: { Ref: 'Table' } } },
};

/** A NAT gateway, in a network with one public subnet; resources are changed or added. */
const natWith = (gateway: Record<string, Expression>, more: Readonly<Record<string, TemplateResource>> = {}) =>
  readNatGateway(templatesOf({ ...NETWORK, ...more, Nat: { Type: 'AWS::EC2::NatGateway', Properties: gateway } }), '${S/Nat.Ref}');

const outBy = (properties: Record<string, Expression>): TemplateResource =>
  ({ Type: 'AWS::EC2::Route', Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', ...properties } });

const IN_PUBLIC = { SubnetId: { Ref: 'Public' } };

test('a NAT gateway is read with its subnet and the way on from there', () => {
  expect(natWith(IN_PUBLIC, { Route: outBy({ GatewayId: { Ref: 'InternetGateway' } }) })).toMatchObject({
    id: 'S/Nat', site: { id: 'S/Public', cidr: '10.0.0.0/24' }, routes: [{ destination: '0.0.0.0/0', target: 'internet-gateway' }],
  });
});

test('a route of its subnet that leads back to itself leads nowhere', () => {
  expect(natWith(IN_PUBLIC, { Route: outBy({ NatGatewayId: { Ref: 'Nat' } }) })).toMatchObject({ routes: [] });
});

test('a route of its subnet to another NAT gateway is read without the way on from there', () => {
  const other = { Route: outBy({ NatGatewayId: { Ref: 'Other' } }), Other: { Type: 'AWS::EC2::NatGateway', Properties: IN_PUBLIC } };
  expect(natWith(IN_PUBLIC, other)).toMatchObject({ routes: [{ destination: '0.0.0.0/0', target: 'nat-gateway' }] });
});

test('a subnet without a route table of its own leads nowhere', () => {
  expect(natWith({ SubnetId: { Ref: 'Bare' } }, { Bare: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } } })).toMatchObject({ routes: [] });
});

test('a subnet without a route table of its own may lead somewhere by a route of which nobody knows the table', () => {
  const bare = { Bare: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' } } }, Lookup: { Type: 'Custom::MainRouteTable' } };
  const routesWith = (RouteTableId: Expression) => natWith({ SubnetId: { Ref: 'Bare' } }, { ...bare, Route: outBy({ RouteTableId }) });
  expect(routesWith({ 'Fn::GetAtt': ['Lookup', 'Id'] })).toMatchObject({ routes: [{ destination: UNKNOWN, target: UNKNOWN }] });
  expect(routesWith({ Ref: 'Parameter' })).toMatchObject({ routes: [{ target: UNKNOWN }] });
  expect([routesWith({ Ref: 'Table' }), routesWith('rtb-1')]).toMatchObject([{ routes: [] }, { routes: [] }]);
});

test('a regional NAT gateway stands in no subnet', () => {
  expect(natWith({ VpcId: { Ref: 'Vpc' }, AvailabilityMode: 'regional' })).toMatchObject({ site: undefined });
});

test('the way on from a subnet that was made elsewhere is unknown', () => {
  expect(natWith({ SubnetId: 'subnet-1' })).toMatchObject({ site: { id: 'subnet-1', acl: UNKNOWN }, routes: UNKNOWN });
  expect(natWith({ SubnetId: { Ref: 'Parameter' } })).toMatchObject({ site: UNKNOWN, routes: UNKNOWN });
});

test('a NAT gateway that was made elsewhere is unknown', () => {
  expect(readNatGateway(templatesOf(NETWORK), 'nat-1')).toBe(UNKNOWN);
});
