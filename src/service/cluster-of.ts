import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import { sayFurtherVpc } from './further-vpc';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';
import { hardenedVpc } from './placement/hardened-vpc';
import type { Removal } from './placement/removal';
import { requireGivenVpc } from './validation/require-given-vpc';
import { ExecAudit } from '../observability/exec-audit';
import { referWeakly } from '../weak-references';

/** The cluster that a service lives in, and with it the VPC: those of the user, or new ones. */
export function clusterOf(scope: Construct, props: HardenedFargateServiceProps, removal: Removal): ecs.ICluster {
  const { cluster, vpc } = props;
  if (cluster === undefined) return hardenedCluster(scope, 'Cluster', vpc ?? sharedVpc(props) ?? vpcOfItsOwn(scope, props), removal);
  if (vpc !== undefined && vpc !== cluster.vpc) {
    throw new Error(
      `'vpc' and 'cluster' are both set, but the cluster '${cluster.node.path}' already has the VPC '${cluster.vpc.node.path}'; remove `
        + "'vpc', or leave out 'cluster' to get one in that VPC",
    );
  }
  if (ecs.Cluster.isCluster(cluster)) cluster.enableFargateCapacityProviders();
  return cluster;
}

/** Targets are in the VPC of their load balancer. */
const sharedVpc = ({ loadBalancing }: HardenedFargateServiceProps): ec2.IVpc | undefined => loadBalancing?._listener?.shared?.vpc;

function vpcOfItsOwn(scope: Construct, { loadBalancing, vpcSubnets, securityGroups }: HardenedFargateServiceProps): ec2.IVpc {
  const [subnet] = vpcSubnets?.subnets ?? [];
  requireGivenVpc(scope, { listener: loadBalancing?._listener?.listener, subnet, securityGroup: securityGroups?.[0] });
  const vpc = hardenedVpc(scope, 'Vpc');
  sayFurtherVpc(scope, vpc);
  return vpc;
}

/** A cluster that measures its tasks and records every session that people open in them. */
function hardenedCluster(scope: Construct, id: string, vpc: ec2.IVpc, removal: Removal): ecs.Cluster {
  const audit = new ExecAudit(scope, 'ExecAudit', removal.keys);
  const cluster = new ecs.Cluster(scope, id, {
    vpc,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    enableFargateCapacityProviders: true,
    executeCommandConfiguration: audit.configuration,
  });
  referWeakly(cluster, audit);
  return cluster;
}
