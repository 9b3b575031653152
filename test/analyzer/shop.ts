import { App, Stack } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, type ICluster } from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';

/** A stack with a cluster, to which a test adds what it is about. */
export function shop(): { readonly stack: Stack; readonly cluster: Cluster } {
  const stack = new Stack(new App({ treeMetadata: false }), 'Shop');
  return { stack, cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }) };
}

/** A plain service of one container. */
export function service(scope: Construct, id: string, cluster: ICluster, serviceName?: string): FargateService {
  const taskDefinition = new FargateTaskDefinition(scope, `${id}Task`);
  taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
  return new FargateService(scope, id, { cluster, taskDefinition, serviceName });
}
