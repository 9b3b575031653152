import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { ServiceRule } from '../model/rule';

/** What ECS answers: https://github.com/aws/aws-dotnet-deploy/pull/735. */
export const networkInOneVpc: ServiceRule = {
  id: 'network-in-one-vpc',
  class: 'refused',
  judges: 'service',
  property: 'NetworkConfiguration',
  reads: ['network.securityGroups', 'network.subnets'],
  title: 'The subnets and security groups of a service should be in one VPC.',
  why: 'ECS rejects a service if its subnets and security groups are not all in the same VPC.',
  fix: 'Set vpc of HardenedFargateService or ecs.Cluster, vpcSubnets, and securityGroups to parts of the same VPC. '
    + 'If an override adds a part of another VPC, remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html'],
  prevents: ['deploy/request-rejected'],
  breaks: { network: { securityGroups: { vpcId: 'Shop/OtherVpc' } } },
  holds: ({ network }) => {
    if (!isKnown(network)) return UNKNOWN;
    const parts = [...placesOf('subnet', network.subnets), ...placesOf('security group', network.securityGroups)];
    const placed = parts.filter(isPlaced);
    const other = placed.find(({ vpcId }) => vpcId !== placed[0].vpcId);
    if (other === undefined) return placed.length === parts.length || UNKNOWN;
    return { seen: `${placed[0].name} is in ${placed[0].vpcId}, and ${other.name} is in ${other.vpcId}` };
  },
};

interface Part {
  readonly name: string;
  readonly vpcId: Fact<string>;
}

function placesOf(kind: string, parts: Known<readonly { readonly id: string; readonly vpcId?: Fact<string> }[]>): readonly Part[] {
  return isKnown(parts) ? parts.map(({ id, vpcId }) => ({ name: `${kind} ${id}`, vpcId })) : [{ name: kind, vpcId: UNKNOWN }];
}

/** Two symbols can turn out to be the same VPC. */
const isPlaced = (part: Part): part is Part & { readonly vpcId: string } => typeof part.vpcId === 'string' && !part.vpcId.includes('${');
