import { type NatGatewayAnswer, natGatewayResources } from './nat-gateway';
import { type NetworkAclAnswer, networkAclResources } from './network-acl';
import { type RouteTableAnswer, routeTableResources } from './route-table';
import { type SubnetAnswer, subnetResource } from './subnet';
import { type VpcEndpointAnswer, vpcEndpointResources } from './vpc-endpoint';
import { isKnown, type Known, UNKNOWN } from '../../model/fact';
import type { AccountResource } from '../model/account-resource';

/** A VPC as DescribeVpcs answers it. */
export interface VpcAnswer {
  readonly VpcId?: string;
  readonly CidrBlock?: string;
  readonly DhcpOptionsId?: string;
  readonly CidrBlockAssociationSet?: readonly {
    readonly CidrBlock?: string;
    readonly CidrBlockState?: { readonly State?: string };
  }[];
}

/** DHCP options as DescribeDhcpOptions answers them. */
export interface DhcpOptionsAnswer {
  readonly DhcpOptionsId?: string;
  readonly DhcpConfigurations?: readonly { readonly Key?: string; readonly Values?: readonly { readonly Value?: string }[] }[];
}

/** A private hosted zone as ListHostedZonesByVPC answers it. */
export interface HostedZoneAnswer {
  readonly HostedZoneId?: string;
  readonly Name?: string;
}

/** A VPC with everything in it that decides where traffic goes. */
export interface VpcAnswers {
  readonly vpc: VpcAnswer;
  readonly dnsSupport: Known<boolean>;
  readonly dnsHostnames: Known<boolean>;
  readonly dhcpOptions: Known<DhcpOptionsAnswer>;
  readonly hostedZones: Known<readonly HostedZoneAnswer[]>;
  readonly subnets: readonly SubnetAnswer[];
  readonly routeTables: Known<readonly RouteTableAnswer[]>;
  readonly networkAcls: Known<readonly NetworkAclAnswer[]>;
  readonly natGateways: Known<readonly NatGatewayAnswer[]>;
  readonly endpoints: Known<readonly VpcEndpointAnswer[]>;
}

/** A VPC and its parts as resources. */
export function vpcResources(answers: VpcAnswers): readonly AccountResource[] {
  const { vpc: { VpcId = '', CidrBlock }, subnets } = answers;
  return [
    {
      id: VpcId,
      type: 'AWS::EC2::VPC',
      properties: { CidrBlock, EnableDnsSupport: answers.dnsSupport, EnableDnsHostnames: answers.dnsHostnames },
    },
    ...furtherRanges(answers.vpc),
    ...nameServers(VpcId, answers.dhcpOptions),
    ...hostedZones(VpcId, answers.hostedZones),
    ...subnets.map(subnetResource),
    ...routeTableResources(answers.routeTables, subnets),
    ...networkAclResources(answers.networkAcls, subnets),
    ...natGatewayResources(answers.natGateways, answers.routeTables),
    ...vpcEndpointResources(VpcId, answers.endpoints),
  ];
}

const furtherRanges = ({ VpcId = '', CidrBlock: first, CidrBlockAssociationSet: ranges = [] }: VpcAnswer): readonly AccountResource[] =>
  ranges.filter(({ CidrBlock, CidrBlockState }) => CidrBlock !== first && CidrBlockState?.State === 'associated')
    .map(({ CidrBlock }) => ({ id: `${VpcId}/${CidrBlock}`, type: 'AWS::EC2::VPCCidrBlock', properties: { VpcId, CidrBlock } }));

function nameServers(VpcId: string, options: Known<DhcpOptionsAnswer>): readonly AccountResource[] {
  const { DhcpOptionsId = '', DhcpConfigurations = [] } = isKnown(options) ? options : { DhcpOptionsId: `${VpcId}/dhcp-options` };
  const servers = DhcpConfigurations.find(({ Key }) => Key === 'domain-name-servers')?.Values ?? [];
  return [
    {
      id: `${VpcId}/dhcp-options-association`,
      type: 'AWS::EC2::VPCDHCPOptionsAssociation',
      properties: { VpcId, DhcpOptionsId: isKnown(options) ? DhcpOptionsId : UNKNOWN },
    },
    ...isKnown(options)
      ? [{ id: DhcpOptionsId, type: 'AWS::EC2::DHCPOptions', properties: { DomainNameServers: servers.map(({ Value }) => Value) } }]
      : [],
  ];
}

const ZONE = 'AWS::Route53::HostedZone';

/** A zone of the user's own may name services of AWS. */
function hostedZones(vpcId: string, zones: Known<readonly HostedZoneAnswer[]>): readonly AccountResource[] {
  if (!isKnown(zones)) return [{ id: `${vpcId}/hosted-zones`, type: ZONE, properties: { Name: UNKNOWN, VPCs: UNKNOWN } }];
  return zones.map(({ HostedZoneId = '', Name }) => ({
    // One zone can serve several VPCs.
    id: `${vpcId}/${HostedZoneId}`, type: ZONE, properties: { Name: Name?.replace(/\.$/, ''), VPCs: [{ VPCId: vpcId }] },
  }));
}
