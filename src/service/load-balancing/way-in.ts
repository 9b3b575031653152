import { Resource } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { ForwardingRule } from './forwarding-rule';
import { LoadBalancedEntrance } from './load-balanced-entrance';
import { requireIpv4Tasks } from './load-balancer-subnets';
import type { ListenerChoice, LoadBalancing } from './load-balancing';
import type { EntranceOptions } from './load-balancing-options';
import { type ServedTasks, taskTargetGroup } from './task-target-group';
import type { WatchedTargets } from '../../observability/request-errors';
import type { Removal } from '../placement/removal';
import { requireSameVpc } from '../validation/require-same-vpc';

/** The tasks of a service, and where a load balancer of its own stands. */
interface WayInProps extends ServedTasks {
  /** Where a load balancer stands that the internet must not reach: beside the tasks. */
  readonly internalSubnets: ec2.SubnetSelection;
  readonly removal: Removal;
}

/** How requests reach a service; of a worker nothing is set. */
export interface WayIn {
  readonly loadBalancer?: elbv2.ApplicationLoadBalancer;
  readonly listener?: elbv2.ApplicationListener;
  readonly targetGroup?: elbv2.ApplicationTargetGroup;
  readonly targets?: WatchedTargets;
  /** The load balancer, with what is around it, where it belongs to the service. */
  readonly entrance?: LoadBalancedEntrance;
}

/** Puts a service behind the load balancer that was chosen. */
export function wayIn(service: Construct, loadBalancing: LoadBalancing | undefined, props: WayInProps): WayIn {
  if (loadBalancing?._entrance !== undefined) return ownLoadBalancer(service, loadBalancing._entrance, props);
  if (loadBalancing?._listener !== undefined) return behindListener(service, loadBalancing._listener, props);
  return {};
}

function ownLoadBalancer(scope: Construct, entranceOptions: EntranceOptions, props: WayInProps): WayIn {
  const groups: elbv2.ApplicationTargetGroup[] = [];
  const entrance = new LoadBalancedEntrance(scope, 'Entrance', {
    ...props,
    entranceOptions,
    whoIsPublic: { chosen: "'loadBalancing' is public", otherWay: "set 'loadBalancing' to LoadBalancing.internal()" },
    defaultAction: ofThisKind => {
      groups.push(taskTargetGroup(ofThisKind, props, entranceOptions));
      return elbv2.ListenerAction.forward(groups);
    },
  });
  entrance.protectAfter(props.service);
  // ECS refuses a target group that no listener uses yet.
  props.service.node.addDependency(entrance.listener);
  const [targetGroup] = groups;
  const { loadBalancer, listener } = entrance;
  const targets = { group: targetGroup, ownLoadBalancer: targetGroup.firstLoadBalancerFullName };
  return { loadBalancer, listener, targetGroup, targets, entrance };
}

function behindListener(scope: Construct, choice: ListenerChoice, tasks: WayInProps): WayIn {
  requireIpv4Tasks(tasks.vpc, tasks.internalSubnets);
  requireSameVpc(choice.shared?.vpc ?? vpcOf(choice.listener), tasks.vpc, scope);
  const { targetGroup, rule } = new ForwardingRule(scope, choice, tasks);
  tasks.service.node.addDependency(rule);
  const listener = isDeclared(choice.listener) ? choice.listener : undefined;
  return { loadBalancer: choice.shared?.loadBalancer, listener, targetGroup, targets: { group: targetGroup } };
}

const isDeclared = (listener: elbv2.IApplicationListener): listener is elbv2.ApplicationListener => Resource.isOwnedResource(listener);

const vpcOf = (listener: elbv2.IApplicationListener): ec2.IVpc | undefined =>
  isDeclared(listener) ? listener.loadBalancer.vpc : undefined;
