import { type Duration, Lazy } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';

export type AttachedGroup = elbv2.IApplicationTargetGroup | elbv2.INetworkTargetGroup;

/** A service with the time that ECS leaves its tasks alone, wherever load balancing comes from. */
export interface AttachedServiceProps extends ecs.FargateServiceProps {
  readonly healthCheckGracePeriod: Duration;
}

/**
 * A service that knows the target groups that its tasks are registered with, whoever attached them: the construct, or the user with
 * `attachToApplicationTargetGroup` or `listener.addTargets`.
 */
export class AttachedService extends ecs.FargateService {
  public readonly cfnService: ecs.CfnService;
  private readonly groups = new Set<AttachedGroup>();
  private readonly deploymentAlarmNames: string[] = [];

  constructor(scope: Construct, id: string, { healthCheckGracePeriod, ...props }: AttachedServiceProps) {
    super(scope, id, props);
    this.cfnService = this.node.findChild('Service') as ecs.CfnService;
    // The CDK would give a service that is attached later a minute, and one that nothing is attached to must have none.
    this.cfnService.healthCheckGracePeriodSeconds = Lazy.number({
      produce: () => this.targetGroups.length > 0 ? healthCheckGracePeriod.toSeconds() : undefined,
    });
  }

  public get targetGroups(): readonly AttachedGroup[] {
    return [...this.groups];
  }

  /** What every way of attaching goes through. */
  public override loadBalancerTarget(options: ecs.LoadBalancerTargetOptions): ecs.IEcsLoadBalancerTarget {
    const target = super.loadBalancerTarget(options);
    return {
      ...target,
      attachToApplicationTargetGroup: group => {
        this.groups.add(group);
        return target.attachToApplicationTargetGroup(group);
      },
      attachToNetworkTargetGroup: group => {
        this.groups.add(group);
        return target.attachToNetworkTargetGroup(group);
      },
    };
  }

  /** The CDK keeps the alarms of the first call only: so that is given a list that grows. */
  public override enableDeploymentAlarms(alarmNames: string[], options?: ecs.DeploymentAlarmOptions): void {
    const isFirst = this.deploymentAlarmNames.length === 0;
    this.deploymentAlarmNames.push(...alarmNames);
    super.enableDeploymentAlarms(isFirst ? this.deploymentAlarmNames : alarmNames, options);
  }

  /** As `enableDeploymentAlarms`, for alarms that do not refer to the service: of others the CDK warns that they may make a circle. */
  public endDeploymentsOn(alarmNames: readonly string[], behavior: ecs.AlarmBehavior): void {
    this.deploymentAlarmNames.push(...alarmNames);
    const rollback = behavior === ecs.AlarmBehavior.ROLLBACK_ON_ALARM;
    this.deploymentAlarms = { enable: true, rollback, alarmNames: this.deploymentAlarmNames };
  }
}
