import { Token } from 'aws-cdk-lib';
import { Deployment } from './options/deployment';
import type { HardenedFargateServiceProps } from './options/hardened-fargate-service-props';

/** How a service is deployed, where the rest of its props allows it. */
export function deploymentOf(props: HardenedFargateServiceProps): Deployment {
  const { deployment = Deployment.rolling() } = props;
  requireReason(deployment._guards.noRollbackReason);
  if (deployment._shift !== undefined) requireShiftable(deployment, props);
  return deployment;
}

function requireReason(reason: string | undefined): void {
  if (reason === undefined || Token.isUnresolved(reason) || reason.trim() !== '') return;
  throw new Error(`'noRollbackReason' is '${reason}', but a deployment without rollback must have a reason; set it to what `
    + 'happens instead of the rollback, or remove it');
}

function requireShiftable(deployment: Deployment, { loadBalancing, scaling }: HardenedFargateServiceProps): void {
  if (deployment._needsLoadBalancing && loadBalancing?._servesRequests !== true) {
    throw new Error(
      "'deployment' shifts traffic in steps, but a service without 'loadBalancing' has no traffic to shift; set 'loadBalancing', or use "
        + 'Deployment.rolling() or Deployment.blueGreen()',
    );
  }
  if (scaling?._targets.targetRequestsPerTask === undefined) return;
  throw new Error(
    `'scaling.targetRequestsPerTask' is ${scaling._targets.targetRequestsPerTask}, but it counts the requests of one target group, and `
      + "'deployment' shifts them to another target group; scale by CPU utilization, or use Deployment.rolling()",
  );
}
