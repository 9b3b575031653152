import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { execPolicy } from './exec-policy';
import { isAudited } from '../observability/exec-audit';

/** Opens containers to people only where a record is kept of what they do. */
export function executeCommandFor(cluster: ecs.ICluster, wanted: boolean | undefined): boolean {
  const audited = isAudited(cluster);
  if (wanted === true && !audited) {
    throw new Error(
      `'enableExecuteCommand' is true, but '${cluster.node.path}' does not visibly keep an encrypted record of the sessions; give the `
        + "cluster an 'executeCommandConfiguration' with 'logging' OVERRIDE and an encrypted log group or bucket (an imported cluster "
        + "needs it in its attributes too), or leave 'cluster' out to get one made",
    );
  }
  return wanted ?? audited;
}

/** Turns ECS Exec on, past the CDK, which would also write permissions of its own into the task role. */
export function openToPeople(service: ecs.FargateService, taskRole: iam.Role): iam.Policy {
  const { defaultChild } = service.node;
  if (!(defaultChild instanceof ecs.CfnService)) throw new Error(`'${service.node.path}' has no CloudFormation resource of its own`);
  defaultChild.enableExecuteCommand = true;
  const policy = execPolicy(taskRole, service.cluster);
  service.node.addDependency(policy);
  return policy;
}
