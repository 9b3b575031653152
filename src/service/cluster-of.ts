import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { hardenedCluster } from './hardened-cluster';
import type { HardenedFargateServiceProps } from './hardened-fargate-service-props';
import { hardenedVpc } from './hardened-vpc';
import type { Removal } from './removal';

/** The cluster that a service lives in, and with it the VPC: those of the user, or new ones. */
export function homeOf(scope: Construct, { cluster, vpc, loadBalancing }: HardenedFargateServiceProps, removal: Removal): ecs.ICluster {
  if (cluster === undefined) {
    const facesInternet = loadBalancing?._entrance?.facing === 'internet';
    return hardenedCluster(scope, 'Cluster', vpc ?? hardenedVpc(scope, 'Vpc', facesInternet), removal);
  }
  if (vpc !== undefined && vpc !== cluster.vpc) {
    throw new Error(
      `'vpc' and 'cluster' are both set, but the cluster '${cluster.node.path}' already has the VPC '${cluster.vpc.node.path}'; remove `
        + "'vpc', or leave out 'cluster' to get one in that VPC",
    );
  }
  if (ecs.Cluster.isCluster(cluster)) cluster.enableFargateCapacityProviders();
  return cluster;
}
