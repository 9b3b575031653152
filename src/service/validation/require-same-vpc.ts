import { Resource, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';

/** Refuses a load balancer in another VPC than its tasks, as far as it is known. */
export function requireSameVpc(ofLoadBalancer: ec2.IVpc | undefined, ofTasks: ec2.IVpc, { node }: IConstruct): void {
  if (ofLoadBalancer === undefined || ofLoadBalancer === ofTasks || !areCertainlyTwo(ofLoadBalancer, ofTasks)) return;
  throw new Error(
    `'loadBalancing' of '${node.path}' is a load balancer in the VPC '${ofLoadBalancer.node.path}', but the tasks run in `
      + `'${ofTasks.node.path}', and Elastic Load Balancing rejects targets in another VPC; set 'vpc', or the VPC of 'cluster', to the VPC `
      + 'of the load balancer',
  );
}

/** One that is imported may be the other one, or one that another stack declares. */
const areCertainlyTwo = (one: ec2.IVpc, other: ec2.IVpc): boolean =>
  Resource.isOwnedResource(one) && Resource.isOwnedResource(other)
    || ![one.vpcId, other.vpcId].some(id => Token.isUnresolved(id)) && one.vpcId !== other.vpcId;
