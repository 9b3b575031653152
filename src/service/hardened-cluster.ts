import { aws_ecs as ecs, type aws_ec2 as ec2 } from 'aws-cdk-lib';
import { type Construct } from 'constructs';
import { ExecAudit } from '../observability/exec-audit';

/** A cluster that measures its tasks and records every session that people open in them. */
export function hardenedCluster(scope: Construct, id: string, vpc: ec2.IVpc): ecs.Cluster {
  return new ecs.Cluster(scope, id, {
    vpc,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    enableFargateCapacityProviders: true,
    executeCommandConfiguration: new ExecAudit(scope, 'ExecAudit').configuration,
  });
}
