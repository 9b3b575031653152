import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { TARGET_HEALTH_CHECK, type Timing } from './timing';

/** What a load balancer sends requests to. */
export interface ServedTasks {
  readonly vpc: ec2.IVpc;
  readonly service: ecs.FargateService;
  readonly container: ecs.ContainerDefinition;
  readonly timing: Timing;
}

/**
 * The port of the target group, which no request ever uses: ECS registers each task with the port of its container. A group
 * whose port followed `containerPort` would be replaced with it, and its listener would send requests to an empty group.
 */
const UNUSED_PORT = 80;

/** The tasks of a service by their addresses, checked at a pace that the times of the service fit. */
export function taskTargetGroup(
  scope: Construct, { vpc, service, container: { containerName, containerPort }, timing }: ServedTasks, healthCheckPath = '/',
): elbv2.ApplicationTargetGroup {
  return new elbv2.ApplicationTargetGroup(scope, 'TargetGroup', {
    vpc,
    targetType: elbv2.TargetType.IP,
    protocol: elbv2.ApplicationProtocol.HTTP,
    port: UNUSED_PORT,
    targets: [service.loadBalancerTarget({ containerName, containerPort })],
    deregistrationDelay: timing.deregistrationDelay,
    healthCheck: {
      path: healthCheckPath,
      healthyHttpCodes: '200',
      interval: TARGET_HEALTH_CHECK.interval,
      timeout: TARGET_HEALTH_CHECK.timeout,
      healthyThresholdCount: TARGET_HEALTH_CHECK.healthyThreshold,
      unhealthyThresholdCount: TARGET_HEALTH_CHECK.unhealthyThreshold,
    },
  });
}
