import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { Removal } from './removal';
import { referWeakly } from './weak-references';
import { ExecAudit } from '../observability/exec-audit';

/** A cluster that measures its tasks and records every session that people open in them. */
export function hardenedCluster(scope: Construct, id: string, vpc: ec2.IVpc, removal: Removal): ecs.Cluster {
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
