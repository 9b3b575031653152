import { deployed } from './deployed';
import { idOf } from './physical-ids';
import type { Resource } from '../../../src/facts/template/resource';
import type { Templates } from '../../../src/facts/template/templates';

type Answer = Readonly<Record<string, unknown>>;

/** The properties of a resource once it is deployed. */
export const propertiesOf = (templates: Templates, { properties }: Resource): Record<string, any> =>
  deployed(templates, properties) as Record<string, any>;

const each = <T>(templates: Templates, type: string, answer: (id: string, properties: Record<string, any>, resource: Resource) => T): T[] =>
  templates.ofType(type).map(resource => answer(idOf(resource), propertiesOf(templates, resource), resource));

const listOf = (value: unknown): any[] => Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What EC2 answers of the networks of an account. */
export const networkAnswers = (templates: Templates): Readonly<Record<string, readonly any[]>> => ({
  Vpcs: each(templates, 'AWS::EC2::VPC', (VpcId, { CidrBlock, EnableDnsSupport = true, EnableDnsHostnames = false }) => ({
    VpcId,
    CidrBlock,
    State: 'available',
    DhcpOptionsId: dhcpOptionsOf(templates, VpcId),
    IsDefault: false,
    CidrBlockAssociationSet: [
      { CidrBlock, CidrBlockState: { State: 'associated' } },
      ...belonging(templates, 'AWS::EC2::VPCCidrBlock', 'VpcId', VpcId).map(range => ({ CidrBlock: range.CidrBlock, CidrBlockState: { State: 'associated' } })),
    ],
    // As DescribeVpcAttribute answers them.
    attributes: { enableDnsSupport: EnableDnsSupport, enableDnsHostnames: EnableDnsHostnames },
  })),
  DhcpOptions: [
    { DhcpOptionsId: 'dopt-0default', DhcpConfigurations: [{ Key: 'domain-name-servers', Values: [{ Value: 'AmazonProvidedDNS' }] }] },
    ...each(templates, 'AWS::EC2::DHCPOptions', (DhcpOptionsId, { DomainNameServers }) => ({
      DhcpOptionsId, DhcpConfigurations: [{ Key: 'domain-name-servers', Values: listOf(DomainNameServers).map(Value => ({ Value })) }],
    })),
  ],
  Subnets: each(templates, 'AWS::EC2::Subnet', (SubnetId, { VpcId, CidrBlock, AvailabilityZone, Ipv6Native = false }) =>
    ({ SubnetId, VpcId, CidrBlock, AvailabilityZone, Ipv6Native, State: 'available', AvailableIpAddressCount: 251 })),
  RouteTables: [...each(templates, 'AWS::EC2::RouteTable', (RouteTableId, { VpcId }) => ({
    RouteTableId,
    VpcId,
    Routes: routesOf(templates, RouteTableId, VpcId),
    Associations: belonging(templates, 'AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId', RouteTableId).map(({ SubnetId }) => ({ Main: false, RouteTableId, SubnetId })),
  })), ...each(templates, 'AWS::EC2::VPC', VpcId => ({
    RouteTableId: `rtb-main${VpcId}`,
    VpcId,
    Routes: [{ DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' }],
    Associations: [{ Main: true, RouteTableId: `rtb-main${VpcId}` }],
  }))],
  NatGateways: each(templates, 'AWS::EC2::NatGateway', (NatGatewayId, { SubnetId, VpcId, ConnectivityType = 'public' }) =>
    ({ NatGatewayId, SubnetId, VpcId: VpcId ?? vpcOf(templates, SubnetId), ConnectivityType, State: 'available' })),
  NetworkAcls: networkAcls(templates),
  VpcEndpoints: each(templates, 'AWS::EC2::VPCEndpoint', (VpcEndpointId, properties) => ({
    VpcEndpointId,
    State: 'available',
    VpcId: properties.VpcId,
    ServiceName: properties.ServiceName,
    ServiceRegion: properties.ServiceRegion,
    VpcEndpointType: properties.VpcEndpointType ?? 'Gateway',
    PrivateDnsEnabled: properties.PrivateDnsEnabled ?? false,
    SubnetIds: listOf(properties.SubnetIds),
    RouteTableIds: listOf(properties.RouteTableIds),
    Groups: listOf(properties.SecurityGroupIds).map(GroupId => ({ GroupId, GroupName: GroupId })),
    PolicyDocument: JSON.stringify(properties.PolicyDocument ?? { Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }] }),
  })),
  SecurityGroups: each(templates, 'AWS::EC2::SecurityGroup', (GroupId, properties) => ({
    GroupId,
    VpcId: properties.VpcId,
    GroupName: GroupId,
    IpPermissions: permissionsOf([...listOf(properties.SecurityGroupIngress), ...belonging(templates, 'AWS::EC2::SecurityGroupIngress', 'GroupId', GroupId)]),
    IpPermissionsEgress: permissionsOf(egressOf(properties, belonging(templates, 'AWS::EC2::SecurityGroupEgress', 'GroupId', GroupId))),
  })),
});

const belonging = (templates: Templates, type: string, property: string, id: string): Record<string, any>[] =>
  templates.ofType(type).map(resource => propertiesOf(templates, resource)).filter(properties => properties[property] === id);

const dhcpOptionsOf = (templates: Templates, vpcId: string): string =>
  belonging(templates, 'AWS::EC2::VPCDHCPOptionsAssociation', 'VpcId', vpcId)[0]?.DhcpOptionsId.replace(/^default$/, 'dopt-0default') ?? 'dopt-0default';

/** EC2 adds the VPC's own range, and a prefix list for each gateway endpoint. */
const routesOf = (templates: Templates, table: string, vpcId: string): readonly Answer[] => [
  { DestinationCidrBlock: belongingVpc(templates, vpcId), GatewayId: 'local', State: 'active', Origin: 'CreateRouteTable' },
  ...belonging(templates, 'AWS::EC2::Route', 'RouteTableId', table).map(({ RouteTableId: _, ...route }) => ({ ...route, State: 'active', Origin: 'CreateRoute' })),
  ...each(templates, 'AWS::EC2::VPCEndpoint', (GatewayId, { RouteTableIds }) => listOf(RouteTableIds).includes(table)
    ? [{ DestinationPrefixListId: 'pl-6da54004', GatewayId, State: 'active' }] : []).flat(),
];

const vpcOf = (templates: Templates, subnetId: string): string | undefined =>
  each(templates, 'AWS::EC2::Subnet', (id, { VpcId }) => id === subnetId ? [VpcId as string] : []).flat()[0];

const belongingVpc = (templates: Templates, vpcId: string): string =>
  String(each(templates, 'AWS::EC2::VPC', (id, { CidrBlock }) => id === vpcId ? [CidrBlock] : []).flat()[0]);

/** Each VPC has an ACL that lets everything through, for the subnets that name no other one; every ACL ends with a rule that denies. */
function networkAcls(templates: Templates): readonly Answer[] {
  const last = [true, false].map(Egress => ({ RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', Egress, CidrBlock: '0.0.0.0/0' }));
  const associations = templates.ofType('AWS::EC2::SubnetNetworkAclAssociation').map(resource => propertiesOf(templates, resource));
  const own = each(templates, 'AWS::EC2::NetworkAcl', (NetworkAclId, { VpcId }) => ({
    NetworkAclId,
    VpcId,
    IsDefault: false,
    Associations: associations.filter(association => association.NetworkAclId === NetworkAclId).map(({ SubnetId }) => ({ SubnetId, NetworkAclId })),
    Entries: [
      ...belonging(templates, 'AWS::EC2::NetworkAclEntry', 'NetworkAclId', NetworkAclId)
        .map(({ NetworkAclId: _, Protocol, Egress = false, RuleAction, ...entry }) => ({ ...entry, Egress, RuleAction, Protocol: String(Protocol) })),
      ...last,
    ],
  }));
  return [...own, ...each(templates, 'AWS::EC2::VPC', VpcId => ({
    NetworkAclId: `acl-default${VpcId}`,
    VpcId,
    IsDefault: true,
    Associations: belonging(templates, 'AWS::EC2::Subnet', 'VpcId', VpcId).flatMap((_, index) => {
      const SubnetId = idOf(templates.ofType('AWS::EC2::Subnet').filter(subnet => propertiesOf(templates, subnet).VpcId === VpcId)[index]);
      return associations.some(association => association.SubnetId === SubnetId) ? [] : [{ SubnetId, NetworkAclId: `acl-default${VpcId}` }];
    }),
    Entries: [...[true, false].map(Egress => ({ RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', Egress, CidrBlock: '0.0.0.0/0' })), ...last],
  }))];
}

/** CloudFormation makes a group that lets everything out, and takes that rule back where the template has another one. */
const egressOf = ({ SecurityGroupEgress: inline }: Record<string, any>, apart: readonly Answer[]): readonly any[] =>
  inline === undefined && apart.length === 0 ? [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] : [...listOf(inline), ...apart];

/** EC2 keeps rules for the same protocol and ports as one permission. */
function permissionsOf(rules: readonly any[]): readonly Answer[] {
  const byPorts = new Map<string, any[]>();
  for (const rule of rules) {
    const key = JSON.stringify([String(rule.IpProtocol), rule.FromPort, rule.ToPort]);
    byPorts.set(key, [...byPorts.get(key) ?? [], rule]);
  }
  return [...byPorts.values()].map(same => ({
    IpProtocol: String(same[0].IpProtocol),
    FromPort: same[0].FromPort,
    ToPort: same[0].ToPort,
    IpRanges: same.flatMap(({ CidrIp }) => CidrIp === undefined ? [] : [{ CidrIp }]),
    Ipv6Ranges: same.flatMap(({ CidrIpv6 }) => CidrIpv6 === undefined ? [] : [{ CidrIpv6 }]),
    UserIdGroupPairs: same.flatMap(({ SourceSecurityGroupId: source, DestinationSecurityGroupId: destination }) =>
      (source ?? destination) === undefined ? [] : [{ GroupId: source ?? destination, UserId: '111122223333' }]),
    PrefixListIds: same.flatMap(({ SourcePrefixListId: source, DestinationPrefixListId: destination }) =>
      (source ?? destination) === undefined ? [] : [{ PrefixListId: source ?? destination }]),
  }));
}
