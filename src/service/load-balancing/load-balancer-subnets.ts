import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { ipv6OnlyAmong } from '../../network/ipv6-only';

/** ELB puts a load balancer into two Availability Zones at least. */
export function requireTwoZones(vpc: ec2.IVpc, subnets: ec2.SubnetSelection): void {
  const { isPendingLookup, availabilityZones } = vpc.selectSubnets(subnets);
  if (isPendingLookup || new Set(availabilityZones).size > 1) return;
  throw new Error(
    `'vpc' '${vpc.node.path}' has subnets for the load balancer in one Availability Zone only, but a load balancer needs two; `
      + 'use a VPC with such subnets in two zones',
  );
}

/**
 * The target group holds IPv4 addresses, as those of a load balancer do that is reached over IPv4.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
 */
export function requireIpv4Tasks(vpc: ec2.IVpc, taskSubnets: ec2.SubnetSelection): void {
  const ipv6Only = ipv6OnlyAmong(vpc.selectSubnets(taskSubnets).subnets);
  if (ipv6Only === undefined) return;
  throw new Error(
    `subnet '${ipv6Only.node.path}' has IPv6 addresses only, but the load balancer forwards to IPv4 addresses; `
      + "set 'vpcSubnets' to dual-stack subnets, or 'loadBalancing' to LoadBalancing.none()",
  );
}
