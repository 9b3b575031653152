import type { Reading } from './reading';
import type { NatGatewayAnswer } from '../facts/account/resources/nat-gateway';
import type { NetworkAclAnswer } from '../facts/account/resources/network-acl';
import type { RouteTableAnswer } from '../facts/account/resources/route-table';
import type { SecurityGroupAnswer } from '../facts/account/resources/security-group';
import type { SubnetAnswer } from '../facts/account/resources/subnet';
import type { DhcpOptionsAnswer, VpcAnswer, VpcAnswers } from '../facts/account/resources/vpc';
import type { VpcEndpointAnswer } from '../facts/account/resources/vpc-endpoint';
import { isKnown, type Known, UNKNOWN } from '../facts/model/fact';

/** A filter of EC2 takes no more values. */
const VALUES_AT_ONCE = 200;

interface InVpc {
  readonly VpcId?: string;
}

/** The VPCs of subnets, each with everything in it that decides where traffic goes: a few calls for all of them together. */
export async function readVpcs(reading: Reading, subnetIds: readonly string[]): Promise<readonly VpcAnswers[]> {
  const named = await reading.each<SubnetAnswer>('ec2:DescribeSubnets', subnetIds, VALUES_AT_ONCE, filterOf('subnet-id'), 'Subnets');
  const ids = [...new Set(named.flatMap(({ VpcId }) => VpcId ?? []))];
  if (ids.length === 0) return [];
  const within = filterOf('vpc-id')(ids);
  const [vpcs, subnets, routeTables, networkAcls, natGateways, endpoints] = await Promise.all([
    reading.all<VpcAnswer>('ec2:DescribeVpcs', within, 'Vpcs'),
    reading.all<SubnetAnswer>('ec2:DescribeSubnets', within, 'Subnets'),
    reading.all<RouteTableAnswer>('ec2:DescribeRouteTables', within, 'RouteTables'),
    reading.all<NetworkAclAnswer>('ec2:DescribeNetworkAcls', within, 'NetworkAcls'),
    reading.all<NatGatewayAnswer>('ec2:DescribeNatGateways', { Filter: within.Filters }, 'NatGateways'),
    reading.all<VpcEndpointAnswer>('ec2:DescribeVpcEndpoints', within, 'VpcEndpoints'),
  ]);
  const options = await readDhcpOptions(reading, isKnown(vpcs) ? vpcs : []);
  return Promise.all(ids.map(async (id): Promise<VpcAnswers> => {
    const vpc = isKnown(vpcs) ? vpcs.find(({ VpcId }) => VpcId === id) : undefined;
    const [dnsSupport, dnsHostnames] = await Promise.all([
      readAttribute(reading, id, 'enableDnsSupport'), readAttribute(reading, id, 'enableDnsHostnames'),
    ]);
    return {
      vpc: vpc ?? { VpcId: id },
      dnsSupport,
      dnsHostnames,
      dhcpOptions: options.find(({ DhcpOptionsId }) => DhcpOptionsId !== undefined && DhcpOptionsId === vpc?.DhcpOptionsId) ?? UNKNOWN,
      hostedZones: UNKNOWN,
      subnets: isKnown(subnets) ? of(id, subnets) : named.filter(({ VpcId }) => VpcId === id),
      routeTables: knownOf(id, routeTables),
      networkAcls: knownOf(id, networkAcls),
      natGateways: knownOf(id, natGateways),
      endpoints: knownOf(id, endpoints),
    };
  }));
}

/** Security groups by their ids. */
export const readSecurityGroups = (reading: Reading, ids: readonly string[]): Promise<readonly SecurityGroupAnswer[]> =>
  reading.each('ec2:DescribeSecurityGroups', ids, VALUES_AT_ONCE, filterOf('group-id'), 'SecurityGroups');

const filterOf = (name: string) => (values: readonly string[]) => ({ Filters: [{ Name: name, Values: values }] });

const of = <T extends InVpc>(vpcId: string, things: readonly T[]): readonly T[] => things.filter(({ VpcId }) => VpcId === vpcId);

const knownOf = <T extends InVpc>(vpcId: string, things: Known<readonly T[]>): Known<readonly T[]> =>
  isKnown(things) ? of(vpcId, things) : UNKNOWN;

function readDhcpOptions(reading: Reading, vpcs: readonly VpcAnswer[]): Promise<readonly DhcpOptionsAnswer[]> {
  const ids = vpcs.flatMap(({ DhcpOptionsId }) => DhcpOptionsId ?? []);
  return reading.each('ec2:DescribeDhcpOptions', ids, VALUES_AT_ONCE, filterOf('dhcp-options-id'), 'DhcpOptions');
}

type DnsAttribute = 'enableDnsSupport' | 'enableDnsHostnames';

/** DescribeVpcAttribute answers `{ EnableDnsSupport: { Value: true } }`. */
async function readAttribute(reading: Reading, VpcId: string, Attribute: DnsAttribute): Promise<Known<boolean>> {
  const name = Attribute.replace('enable', 'Enable');
  const answer = await reading.part<{ readonly Value?: boolean }>('ec2:DescribeVpcAttribute', { VpcId, Attribute }, name);
  return isKnown(answer) ? answer?.Value ?? UNKNOWN : UNKNOWN;
}
