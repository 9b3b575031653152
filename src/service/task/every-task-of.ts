import { ArnFormat, Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** The tasks of a cluster for a policy: ECS makes up the id of each. */
export const everyTaskOf = (cluster: ecs.ICluster): string => Stack.of(cluster).formatArn({
  service: 'ecs', resource: 'task', resourceName: `${cluster.clusterName}/*`, arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
});
