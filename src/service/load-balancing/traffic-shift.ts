import { Validations } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import { networkTarget } from './network-target-group';
import type { ServedTasks } from './task-target-group';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';

/** Two target groups, between which ECS moves the requests for a service; one where it does not. */
export interface TargetGroups {
  readonly production: elbv2.ApplicationTargetGroup;
  readonly alternate?: elbv2.ApplicationTargetGroup;
}

/** What the rule says until the first deployment moves requests: then ECS sets the weights, and CloudFormation leaves them alone. */
export function forwardTo({ production, alternate }: TargetGroups): elbv2.ListenerAction {
  if (alternate === undefined) return elbv2.ListenerAction.forward([production]);
  return elbv2.ListenerAction.weightedForward([{ targetGroup: production, weight: 100 }, { targetGroup: alternate, weight: 0 }]);
}

/** Has ECS start the tasks of a new version in the group that no request goes to, and move the requests there by a rule. */
export function shiftTraffic(
  scope: Construct, { service, container: { containerName, containerPort }, shift }: ServedTasks, { production, alternate }: TargetGroups,
  rule: elbv2.ApplicationListenerRule,
): void {
  if (alternate === undefined) return;
  const alternateTarget = new ecs.AlternateTarget('Shift', {
    alternateTargetGroup: alternate,
    productionListener: ecs.ListenerRuleConfiguration.applicationListenerRule(rule),
    testListener: shift?.testListener,
    role: infrastructureRole(scope),
  });
  production.addTarget(service.loadBalancerTarget({ containerName, containerPort, alternateTarget }));
  service.node.addDependency(rule);
}

/** What the listener says until the first deployment moves connections. */
export const connectTo = (production: elbv2.NetworkTargetGroup, alternate?: elbv2.NetworkTargetGroup): elbv2.NetworkListenerAction =>
  alternate === undefined
    ? elbv2.NetworkListenerAction.forward([production])
    : elbv2.NetworkListenerAction.weightedForward([{ targetGroup: production, weight: 100 }, { targetGroup: alternate, weight: 0 }]);

/** The groups between which a network load balancer moves connections, by the weights of its listener. */
interface ShiftedConnections {
  readonly production: elbv2.NetworkTargetGroup;
  readonly alternate?: elbv2.NetworkTargetGroup;
  readonly listener: elbv2.NetworkListener;
}

/**
 * As `shiftTraffic`, by the listener itself: that of a network load balancer has no rules.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html
 */
export function shiftConnections(
  scope: Construct, tasks: ServedTasks, options: NetworkLoadBalancingOptions, { production, alternate, listener }: ShiftedConnections,
): void {
  if (alternate === undefined) return;
  production.addTarget(networkTarget(tasks, options, new ecs.AlternateTarget('Shift', {
    alternateTargetGroup: alternate,
    productionListener: ecs.ListenerRuleConfiguration.networkListener(listener),
    testListener: tasks.shift?.testListener,
    role: infrastructureRole(scope),
  })));
}

/** The policy is AWS's own, because ECS alone knows what it calls; it allows changes to listeners, rules and target groups. */
function infrastructureRole(scope: Construct): iam.Role {
  const policy = 'AmazonECSInfrastructureRolePolicyForLoadBalancers';
  const role = new iam.Role(scope, 'InfrastructureRole', {
    description: `Shifts traffic between the versions of ${scope.node.path}`,
    assumedBy: new iam.ServicePrincipal(SERVICE_PRINCIPALS.ecs),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName(policy)],
  });
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`,
    reason: 'ECS shifts traffic with this policy; AWS documents the required actions only in this policy.',
  });
  return role;
}
