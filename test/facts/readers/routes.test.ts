import { isKnown, UNKNOWN } from '../../../src/facts/model/fact';
import type { SubnetFacts, VpcFacts } from '../../../src/facts/model/network';
import { readNetwork } from '../../../src/facts/readers/network';
import type { TemplateResource } from '../../../src/facts/template/source/template-source';
import { Templates } from '../../../src/facts/template/templates';
import { sourceOf } from '../templates-of';

type Resources = Readonly<Record<string, TemplateResource>>;

const VPC: Resources = {
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
  OfSubnet: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: { Ref: 'Subnet' }, RouteTableId: { Ref: 'Table' } } },
  Service: {
    Type: 'AWS::ECS::Service',
    Properties: { LaunchType: 'FARGATE', NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [{ Ref: 'Subnet' }] } } },
  },
};

/** The VPC and the one subnet of a service whose network has these resources beside its own; `Given` is a parameter. */
function networkWith(resources: Resources): { readonly vpc: VpcFacts; readonly subnet: SubnetFacts } {
  const templates = new Templates([sourceOf('S', { Parameters: { Given: { Type: 'String' } }, Resources: { ...VPC, ...resources } })]);
  const network = readNetwork(templates, templates.ofType('AWS::ECS::Service')[0]);
  if (!isKnown(network) || !isKnown(network.subnets) || !isKnown(network.vpc)) throw new Error('the network is unknown');
  return { vpc: network.vpc, subnet: network.subnets[0] };
}

const GIVEN = { Ref: 'Given' };

test.each<[string, object, unknown]>([
  ['an internet gateway that is there already', { GatewayId: 'igw-1' }, 'internet-gateway'],
  ['an internet gateway of the template', { GatewayId: { Ref: 'Internet' } }, 'internet-gateway'],
  ['a VPN gateway that is there already', { GatewayId: 'vgw-1' }, 'elsewhere'],
  ['a VPN gateway of the template', { GatewayId: { Ref: 'Vpn' } }, 'elsewhere'],
  ['a gateway that another resource makes', { GatewayId: { 'Fn::GetAtt': ['Maker', 'Id'] } }, UNKNOWN],
  ['a gateway that whoever deploys chooses', { GatewayId: GIVEN }, UNKNOWN],
  ['a NAT gateway', { NatGatewayId: { Ref: 'Nat' } }, 'nat-gateway'],
  ['a private NAT gateway', { NatGatewayId: { Ref: 'PrivateNat' } }, 'elsewhere'],
  ['an egress-only gateway', { EgressOnlyInternetGatewayId: 'eigw-1' }, 'egress-only-gateway'],
])('a route to %s is known for what it is', (_, to, target) => {
  const { subnet } = networkWith({
    Internet: { Type: 'AWS::EC2::InternetGateway' },
    Vpn: { Type: 'AWS::EC2::VPNGateway' },
    Maker: { Type: 'Custom::Gateway' },
    Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: 'Subnet' }, ConnectivityType: 'public' } },
    PrivateNat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: { Ref: 'Subnet' }, ConnectivityType: 'private' } },
    Route: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', ...to } },
  });
  expect(subnet.routes).toMatchObject([{ destination: '0.0.0.0/0', target }]);
});

test.each<[string, unknown, unknown]>([
  ['to its route table may lead anywhere', [{ Ref: 'Table' }], [{ destination: UNKNOWN, target: 'elsewhere' }]],
  ['to route tables that nobody can name may lead anywhere', GIVEN, [{ destination: UNKNOWN, target: 'elsewhere' }]],
  ['to another route table change nothing', [{ Ref: 'Other' }], []],
])('routes that a VPN gateway propagates %s', (_, RouteTableIds, routes) => {
  const { subnet } = networkWith({
    Other: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Vpc' } } },
    Propagation: { Type: 'AWS::EC2::VPNGatewayRoutePropagation', Properties: { RouteTableIds, VpnGatewayId: 'vgw-1' } as TemplateResource['Properties'] },
  });
  expect(subnet.routes).toEqual(routes);
});

test.each<[string, object, unknown]>([
  ['a second range', { CidrBlock: '10.1.0.0/16' }, UNKNOWN],
  ['a second range from an address pool', { Ipv4IpamPoolId: 'ipam-pool-1' }, UNKNOWN],
  ['addresses of IPv6', { AmazonProvidedIpv6CidrBlock: true }, '10.0.0.0/16'],
])('the range of a VPC with %s', (_, more, cidr) => {
  expect(networkWith({ More: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: { Ref: 'Vpc' }, ...more } } }).vpc.cidr).toBe(cidr);
});

test.each<[string, object, unknown]>([
  ['are those of Amazon under the default options', { VpcId: { Ref: 'Vpc' }, DhcpOptionsId: 'default' }, []],
  ['are unknown under options of another account', { VpcId: { Ref: 'Vpc' }, DhcpOptionsId: 'dopt-1' }, UNKNOWN],
  ['are unknown under options that may be of another VPC', { VpcId: GIVEN, DhcpOptionsId: 'default' }, UNKNOWN],
])('the name servers of a VPC %s', (_, association, nameServers) => {
  expect(networkWith({ Dns: { Type: 'AWS::EC2::VPCDHCPOptionsAssociation', Properties: { ...association } } }).vpc.nameServers).toEqual(nameServers);
});

test('the network ACL of a subnet is unknown where one may be associated with it', () => {
  const Properties = { SubnetId: GIVEN, NetworkAclId: 'acl-1' };
  expect(networkWith({ Guard: { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties } }).subnet.acl).toBe(UNKNOWN);
});

test('a network ACL may have a rule that may be of another one', () => {
  const { subnet } = networkWith({
    Acl: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: { Ref: 'Vpc' } } },
    Guard: { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: { SubnetId: { Ref: 'Subnet' }, NetworkAclId: { Ref: 'Acl' } } },
    Entry: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: GIVEN, RuleNumber: 10, RuleAction: 'deny', CidrBlock: '0.0.0.0/0' } },
  });
  expect(subnet.acl).toMatchObject([{ number: UNKNOWN, allows: UNKNOWN, range: UNKNOWN }]);
});
