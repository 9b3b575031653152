import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { containerProtocolsOf } from './container-protocols';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import { type ServedTasks, UNUSED_PORT } from './task-target-group';
import { TARGET_HEALTH_CHECK } from '../placement/timing';

/** The tasks of a service. Where connections shift between two groups, the tasks join when the listener is there that shifts them. */
export const networkTargetGroup = (scope: Construct, tasks: ServedTasks, options: NetworkLoadBalancingOptions): elbv2.NetworkTargetGroup =>
  groupOf(scope, 'TargetGroup', tasks, options, tasks.shift === undefined ? [networkTarget(tasks, options)] : []);

/** A second group for the tasks of a new version; none where tasks are replaced one after another. */
export const alternateNetworkTargetGroup = (
  scope: Construct, tasks: ServedTasks, options: NetworkLoadBalancingOptions,
): elbv2.NetworkTargetGroup | undefined =>
  tasks.shift === undefined ? undefined : groupOf(scope, 'AlternateTargetGroup', tasks, options, []);

/** The container as a target, by the protocol of its port. */
export function networkTarget(
  { service, container: { containerName, containerPort } }: ServedTasks,
  { protocol = elbv2.Protocol.TCP }: NetworkLoadBalancingOptions,
  alternateTarget?: ecs.IAlternateTarget,
): ecs.IEcsLoadBalancerTarget {
  const [containerProtocol] = containerProtocolsOf(protocol);
  return service.loadBalancerTarget({ containerName, containerPort, protocol: containerProtocol, alternateTarget });
}

/** Tasks by their addresses, for connections. */
function groupOf(
  scope: Construct, id: string, { vpc, timing }: ServedTasks, options: NetworkLoadBalancingOptions,
  targets: readonly elbv2.INetworkLoadBalancerTarget[],
): elbv2.NetworkTargetGroup {
  const { protocol = elbv2.Protocol.TCP, healthCheckPath, healthCheckPort, preserveClientIp } = options;
  return new elbv2.NetworkTargetGroup(scope, id, {
    vpc,
    targetType: elbv2.TargetType.IP,
    // TLS ends at the load balancer.
    protocol: protocol === elbv2.Protocol.TLS ? elbv2.Protocol.TCP : protocol,
    port: UNUSED_PORT,
    targets: [...targets],
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
