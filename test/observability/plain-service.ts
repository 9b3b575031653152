import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';

export const vpcIn = (scope: Construct): ec2.Vpc => new ec2.Vpc(scope, 'Vpc', { maxAzs: 2, natGateways: 0 });

/** A plain service of the CDK that allows sessions, on a cluster that is configured as told. */
export function plainService(scope: Construct, props: Pick<ecs.ClusterProps, 'executeCommandConfiguration'> = {}): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(scope, 'Task');
  taskDefinition.addContainer('web', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29'),
    portMappings: [{ containerPort: 80 }],
  });
  return new ecs.FargateService(scope, 'Service', {
    cluster: new ecs.Cluster(scope, 'Cluster', { vpc: vpcIn(scope), ...props }),
    taskDefinition,
    enableExecuteCommand: true,
    minHealthyPercent: 100,
  });
}
