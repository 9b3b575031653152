import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { containerProtocolsOf } from './container-protocols';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import { type ServedTasks, UNUSED_PORT } from './task-target-group';
import { TARGET_HEALTH_CHECK } from '../placement/timing';

/** The tasks of a service by their addresses, for connections. */
export function networkTargetGroup(
  scope: Construct,
  { vpc, service, container: { containerName, containerPort }, timing }: ServedTasks,
  options: NetworkLoadBalancingOptions,
): elbv2.NetworkTargetGroup {
  const { protocol = elbv2.Protocol.TCP, healthCheckPath, healthCheckPort, preserveClientIp } = options;
  const [containerProtocol] = containerProtocolsOf(protocol);
  return new elbv2.NetworkTargetGroup(scope, 'TargetGroup', {
    vpc,
    targetType: elbv2.TargetType.IP,
    // TLS ends at the load balancer.
    protocol: protocol === elbv2.Protocol.TLS ? elbv2.Protocol.TCP : protocol,
    port: UNUSED_PORT,
    targets: [service.loadBalancerTarget({ containerName, containerPort, protocol: containerProtocol })],
    deregistrationDelay: timing.deregistrationDelay,
    // What is still open then would end without a word when Fargate kills the container.
    connectionTermination: true,
    preserveClientIp,
    healthCheck: {
      ...healthCheckPath === undefined
        ? { protocol: elbv2.Protocol.TCP }
        : { protocol: elbv2.Protocol.HTTP, path: healthCheckPath, healthyHttpCodes: '200' },
      port: healthCheckPort === undefined ? undefined : `${healthCheckPort}`,
      interval: TARGET_HEALTH_CHECK.interval,
      timeout: TARGET_HEALTH_CHECK.timeout,
      healthyThresholdCount: TARGET_HEALTH_CHECK.healthyThreshold,
      unhealthyThresholdCount: TARGET_HEALTH_CHECK.unhealthyThreshold,
    },
  });
}
