import type { IConstruct } from 'constructs';

/** What props may bring that is in a VPC already. */
interface PlacedParts {
  readonly listener?: IConstruct;
  readonly subnet?: IConstruct;
  readonly securityGroup?: IConstruct;
}

const TWO_VPCS = 'AWS rejects subnets and security groups of two VPCs';

/** Refuses what is in a VPC that exists, where a new VPC is about to be created. */
export function requireGivenVpc(owner: IConstruct, { listener, subnet, securityGroup }: PlacedParts): void {
  requireNone(owner, listener, ["'loadBalancing'", 'listener', 'load balancer', 'Elastic Load Balancing rejects targets in another VPC']);
  requireNone(owner, subnet, ["'vpcSubnets'", 'subnet', 'subnet', TWO_VPCS]);
  requireNone(owner, securityGroup, ["'securityGroups'", 'security group', 'security group', TWO_VPCS]);
}

function requireNone({ node }: IConstruct, part: IConstruct | undefined, [prop, kind, inVpc, law]: readonly string[]): void {
  if (part === undefined) return;
  throw new Error(
    `${prop} of '${node.path}' has the ${kind} '${part.node.path}', but without 'vpc' a new VPC is created, and ${law}; `
      + `set 'vpc' to the VPC of the ${inVpc}`,
  );
}
