import { Resource } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import { ForwardingRule } from './forwarding-rule';
import { LoadBalancedEntrance } from './load-balanced-entrance';
import { requireIpv4Tasks } from './load-balancer-subnets';
import type { ListenerChoice, LoadBalancing } from './load-balancing';
import type { EntranceOptions } from './load-balancing-options';
import { NetworkEntrance } from './network-entrance';
import type { NetworkLoadBalancingOptions } from './network-load-balancing-options';
import { alternateTargetGroup, type ServedTasks, taskTargetGroup } from './task-target-group';
import { forwardTo, shiftTraffic } from './traffic-shift';
import type { WatchedConnections } from '../../observability/connection-alarms';
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
  readonly networkLoadBalancer?: elbv2.NetworkLoadBalancer;
  readonly networkListener?: elbv2.NetworkListener;
  readonly networkTargetGroup?: elbv2.NetworkTargetGroup;
  readonly connections?: WatchedConnections;
  /** The load balancer, with what is around it, where it belongs to the service. */
  readonly entrance?: LoadBalancedEntrance | NetworkEntrance;
}

/** Puts a service behind the load balancer that was chosen. */
export function wayIn(service: Construct, loadBalancing: LoadBalancing | undefined, props: WayInProps): WayIn {
  if (loadBalancing?._entrance !== undefined) return ownLoadBalancer(service, loadBalancing._entrance, props);
  if (loadBalancing?._listener !== undefined) return behindListener(service, loadBalancing._listener, props);
  if (loadBalancing?._connections !== undefined) return ownNetworkLoadBalancer(service, loadBalancing._connections, props);
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
  // ECS refuses a target group that no listener uses yet.
  props.service.node.addDependency(entrance.listener);
  const [targetGroup] = groups;
  const { loadBalancer, listener } = entrance;
  const alternate = shiftBehind(entrance, targetGroup, props, entranceOptions);
  const targets = { group: targetGroup, alternate, ownLoadBalancer: targetGroup.firstLoadBalancerFullName };
  return { loadBalancer, listener, targetGroup, targets, entrance };
}

function ownNetworkLoadBalancer(scope: Construct, options: NetworkLoadBalancingOptions, props: WayInProps): WayIn {
  const { internalSubnets, removal, ...tasks } = props;
  // The id of a load balancer for requests, so that a service keeps its name when it moves to one for connections.
  const entrance = new NetworkEntrance(scope, 'Entrance', { tasks, options, internalSubnets, removal });
  const { loadBalancer: networkLoadBalancer, listener: networkListener, targetGroup: networkTargetGroup } = entrance;
  // ECS refuses a target group that no listener uses yet.
  tasks.service.node.addDependency(networkListener);
  const connections = {
    group: networkTargetGroup,
    alternate: entrance.alternate,
    ownLoadBalancer: options.protocol === elbv2.Protocol.UDP ? undefined : networkLoadBalancer,
  };
  return { networkLoadBalancer, networkListener, networkTargetGroup, connections, entrance };
}

/** The last rule that a listener can have, so that rules of the user come before it. */
const LAST_PRIORITY = 50_000;

/**
 * A rule for all requests, because ECS cannot change a default action. That one stays as it is and gets no request, so that the
 * strategy of a service can change while it runs.
 */
function shiftBehind(
  { listener }: LoadBalancedEntrance, production: elbv2.ApplicationTargetGroup, tasks: WayInProps, options: EntranceOptions,
): elbv2.ApplicationTargetGroup | undefined {
  const { scope } = production.node;
  if (tasks.shift === undefined || scope === undefined) return undefined;
  const alternate = alternateTargetGroup(scope, tasks, options);
  const rule = new elbv2.ApplicationListenerRule(scope, 'ProductionRule', {
    listener,
    priority: LAST_PRIORITY,
    conditions: [elbv2.ListenerCondition.pathPatterns(['*'])],
    action: forwardTo({ production, alternate }),
  });
  shiftTraffic(scope, tasks, { production, alternate }, rule);
  return alternate;
}

function behindListener(scope: Construct, choice: ListenerChoice, tasks: WayInProps): WayIn {
  requireIpv4Tasks(tasks.vpc, tasks.internalSubnets);
  requireSameVpc(choice.shared?.vpc ?? vpcOf(choice.listener), tasks.vpc, scope);
  const { targetGroup, alternate, rule } = new ForwardingRule(scope, choice, tasks);
  tasks.service.node.addDependency(rule);
  const listener = isDeclared(choice.listener) ? choice.listener : undefined;
  return { loadBalancer: choice.shared?.loadBalancer, listener, targetGroup, targets: { group: targetGroup, alternate } };
}

const isDeclared = (listener: elbv2.IApplicationListener): listener is elbv2.ApplicationListener => Resource.isOwnedResource(listener);

const vpcOf = (listener: elbv2.IApplicationListener): ec2.IVpc | undefined =>
  isDeclared(listener) ? listener.loadBalancer.vpc : undefined;
