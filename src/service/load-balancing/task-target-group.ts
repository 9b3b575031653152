import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { TARGET_HEALTH_CHECK, type Timing } from '../placement/timing';

/** What is chosen of a deployment that moves requests. */
export interface TrafficShift {
  /** Through which tests reach the new version first. */
  readonly testListener?: ecs.ListenerRuleConfiguration;
}

/** What a load balancer sends requests to. */
export interface ServedTasks {
  readonly vpc: ec2.IVpc;
  readonly service: ecs.FargateService;
  readonly container: ecs.ContainerDefinition;
  readonly timing: Timing;
  /** How requests move from one version to the next; absent where tasks are replaced one after another. */
  readonly shift?: TrafficShift;
}

/**
 * The port of the target group, which no request ever uses: ECS registers each task with the port of its container. A group
 * whose port followed `containerPort` would be replaced with it, and its listener would send requests to an empty group.
 */
export const UNUSED_PORT = 80;

/**
 * A target group that names its load balancer by the attribute that it has. The CDK would cut the name out of the ARN of the listener,
 * and no documentation says that CloudFormation cuts what it gets from another stack.
 */
class TaskTargetGroup extends elbv2.ApplicationTargetGroup {
  constructor(
    scope: Construct, id: string, props: elbv2.ApplicationTargetGroupProps, private readonly loadBalancer?: elbv2.BaseLoadBalancer,
  ) {
    super(scope, id, props);
  }

  public override get firstLoadBalancerFullName(): string {
    return this.loadBalancer?.loadBalancerFullName ?? super.firstLoadBalancerFullName;
  }
}

/** What the tasks speak, and how they say that they can serve requests. */
interface SpokenProtocol {
  readonly healthCheckPath?: string;
  readonly protocolVersion?: elbv2.ApplicationProtocolVersion;
}

/** The tasks of a service. Where requests shift between two groups, the tasks join when the rule is there that shifts them. */
export function taskTargetGroup(
  scope: Construct, tasks: ServedTasks, protocol: SpokenProtocol, loadBalancer?: elbv2.BaseLoadBalancer,
): elbv2.ApplicationTargetGroup {
  const group = emptyGroup(scope, 'TargetGroup', tasks, protocol, loadBalancer);
  const { service, container: { containerName, containerPort }, shift } = tasks;
  if (shift === undefined) group.addTarget(service.loadBalancerTarget({ containerName, containerPort }));
  return group;
}

/** A second group for the tasks of a new version. */
export const alternateTargetGroup = (
  scope: Construct, tasks: ServedTasks, protocol: SpokenProtocol, loadBalancer?: elbv2.BaseLoadBalancer,
): elbv2.ApplicationTargetGroup => emptyGroup(scope, 'AlternateTargetGroup', tasks, protocol, loadBalancer);

/** Tasks by their addresses, checked at a pace that the times of the service fit. */
function emptyGroup(
  scope: Construct, id: string, { vpc, timing }: ServedTasks, protocol: SpokenProtocol, loadBalancer?: elbv2.BaseLoadBalancer,
): elbv2.ApplicationTargetGroup {
  const { protocolVersion } = protocol;
  return new TaskTargetGroup(scope, id, {
    vpc,
    targetType: elbv2.TargetType.IP,
    protocol: elbv2.ApplicationProtocol.HTTP,
    // HTTP1 is what ELB takes for granted; to say so later would replace the group.
    protocolVersion: protocolVersion === elbv2.ApplicationProtocolVersion.HTTP1 ? undefined : protocolVersion,
    port: UNUSED_PORT,
    deregistrationDelay: timing.deregistrationDelay,
    healthCheck: {
      ...healthCheckOf(protocol),
      interval: TARGET_HEALTH_CHECK.interval,
      timeout: TARGET_HEALTH_CHECK.timeout,
      healthyThresholdCount: TARGET_HEALTH_CHECK.healthyThreshold,
      unhealthyThresholdCount: TARGET_HEALTH_CHECK.unhealthyThreshold,
    },
  }, loadBalancer);
}

/** A gRPC server that knows its health answers by the method that gRPC has for it. */
const healthCheckOf = ({ healthCheckPath, protocolVersion }: SpokenProtocol): elbv2.HealthCheck =>
  protocolVersion === elbv2.ApplicationProtocolVersion.GRPC
    ? { path: healthCheckPath ?? '/grpc.health.v1.Health/Check', healthyGrpcCodes: '0' }
    : { path: healthCheckPath ?? '/', healthyHttpCodes: '200' };
