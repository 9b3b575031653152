import { type aws_ecs as ecs } from 'aws-cdk-lib';
import { isAudited } from '../observability/exec-audit';

/** Opens containers to people only where a record is kept of what they do. */
export function executeCommandFor(cluster: ecs.ICluster, wanted: boolean | undefined): boolean {
  const audited = isAudited(cluster);
  if (wanted === true && !audited) {
    throw new Error(`'enableExecuteCommand' is true, but '${cluster.node.path}' does not visibly keep an encrypted record of the sessions; give the cluster an 'executeCommandConfiguration' with 'logging' OVERRIDE and an encrypted log group or bucket (an imported cluster needs it in its attributes too), or leave 'cluster' out to get one made`);
  }
  return wanted ?? audited;
}
