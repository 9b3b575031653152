import * as ec2 from 'aws-cdk-lib/aws-ec2';

/**
 * Where tasks run: out of reach, and where the CDK puts them when a VPC has several kinds of subnets: in those with egress.
 * Isolated subnets are taken where there are no others, as in a VPC that is made here, or where they are chosen.
 */
export function taskSubnets(
  vpc: ec2.IVpc,
  chosen: ec2.SubnetSelection | undefined,
  foreignRegistry: string | undefined,
): ec2.SubnetSelection {
  if (foreignRegistry !== undefined) return egressSubnets(vpc, chosen, foreignRegistry);
  if (chosen !== undefined) return chosen;
  if (vpc.privateSubnets.length > 0) return { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  if (vpc.isolatedSubnets.length > 0) return { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
  throw new Error(
    `'vpc' '${vpc.node.path}' has only public subnets, but a hardened task has no public IP address and no network path from there; `
      + "add isolated subnets, or private ones with egress; for tasks with public IP addresses, set 'vpcSubnets' to the public "
      + 'subnets, as in "Public IP addresses without NAT gateways" in docs/SHAPES.md',
  );
}

function egressSubnets(vpc: ec2.IVpc, chosen: ec2.SubnetSelection | undefined, foreignRegistry: string): ec2.SubnetSelection {
  const isolated = new Set(vpc.isolatedSubnets);
  const subnets = chosen === undefined ? vpc.privateSubnets : vpc.selectSubnets(chosen).subnets.filter(subnet => !isolated.has(subnet));
  if (subnets.length > 0) return chosen ?? { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  throw new Error(
    `'image' is pulled from ${foreignRegistry}, but the tasks would run in isolated subnets, from which only AWS services can be `
      + "reached; push it to ECR, for example with ContainerImage.fromAsset, or pass a 'vpc' that has private subnets with egress",
  );
}
