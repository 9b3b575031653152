import { Reference, Resource, Token, Tokenization } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as efs from 'aws-cdk-lib/aws-efs';
import type { IConstruct } from 'constructs';

/** Refuses a load balancer in another VPC than its tasks, as far as it is known. */
export function requireSameVpc(ofLoadBalancer: ec2.IVpc | undefined, ofTasks: ec2.IVpc, { node }: IConstruct): void {
  if (ofLoadBalancer === undefined || ofLoadBalancer === ofTasks || !areCertainlyTwo(ofLoadBalancer.vpcId, ofTasks.vpcId)) return;
  throw new Error(
    `'loadBalancing' of '${node.path}' is a load balancer in the VPC '${ofLoadBalancer.node.path}', but the tasks run in `
      + `'${ofTasks.node.path}', and Elastic Load Balancing rejects targets in another VPC; set 'vpc', or the VPC of 'cluster', to the VPC `
      + 'of the load balancer',
  );
}

/**
 * Refuses a file system in another VPC than its tasks, as far as it is known: its name does not resolve there.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/mount-fs-different-vpc.html
 */
export function requireFilesInVpc(fileSystem: efs.IFileSystem, ofTasks: ec2.IVpc, owner: IConstruct): void {
  const isNew = ofTasks.node.scope === owner;
  const known = vpcIdsOf(fileSystem);
  const isElsewhere = known.length > 0
    ? known.every(id => areCertainlyTwo(id, ofTasks.vpcId) || (isNew && id !== ofTasks.vpcId))
    : isNew && !Resource.isOwnedResource(fileSystem);
  if (!isElsewhere) return;
  throw new Error(
    `the file system '${fileSystem.node.path}' is ${known.length > 0 ? 'in another VPC' : 'imported'}, but the tasks of `
      + `'${owner.node.path}' run in ${isNew ? 'a new VPC' : `'${ofTasks.node.path}'`}, and the DNS name of a file system does not `
      + "resolve in another VPC; set 'vpc', or the VPC of 'cluster', to the VPC of the file system",
  );
}

/** The VPCs of the security groups of a file system, which are those of its mount targets. */
const vpcIdsOf = ({ connections }: efs.IFileSystem): readonly string[] => connections.securityGroups
  .map(({ node }) => node.defaultChild instanceof ec2.CfnSecurityGroup ? node.defaultChild.vpcId : undefined)
  .filter(id => id !== undefined);

/** What the CDK says of a VPC until it has looked it up. */
const NOT_LOOKED_UP = 'vpc-12345';

/** One that is imported may be one that the app declares, and two tokens of deployment may be one VPC. */
function areCertainlyTwo(one: string, other: string): boolean {
  if (Token.isUnresolved(one) || Token.isUnresolved(other)) {
    const [first, second] = [declaredBy(one), declaredBy(other)];
    return first !== undefined && second !== undefined && first !== second;
  }
  return one !== other && one !== NOT_LOOKED_UP && other !== NOT_LOOKED_UP;
}

/** The VPC of the app that an id refers to. */
function declaredBy(id: string): IConstruct | undefined {
  const token = Tokenization.reverseString(id).firstToken;
  return Reference.isReference(token) && token.target instanceof ec2.CfnVPC ? token.target : undefined;
}
