import { createHash } from 'node:crypto';
import { Resource, Token } from 'aws-cdk-lib';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Construct } from 'constructs';
import { addRule, clashesWith } from './listener-rules';
import type { ListenerChoice } from './load-balancing';
import { priorityOf } from './rule-priority';
import { alternateTargetGroup, type ServedTasks, taskTargetGroup } from './task-target-group';
import { forwardTo, shiftTraffic } from './traffic-shift';

/**
 * A rule on a listener that others share, with the target group of one service. Both lie in the stack of the service, so that the
 * stack of the listener never refers to it.
 *
 * Its id follows from the listener: a target group cannot be on two load balancers, so a service that moves to another one gets
 * another group, and both exist until the tasks have moved.
 */
export class ForwardingRule extends Construct {
  public readonly targetGroup: elbv2.ApplicationTargetGroup;
  /** Where the tasks of a new version are started, when requests shift. */
  public readonly alternate?: elbv2.ApplicationTargetGroup;
  public readonly rule: elbv2.ApplicationListenerRule;

  constructor(service: Construct, { listener, options }: ListenerChoice, tasks: ServedTasks) {
    super(service, `Listener${idOf(listener)}`);
    const { hosts = [], paths = [] } = options;
    const priority = options.priority ?? priorityOf({ hosts, paths });
    addRule(listener, { hosts, paths, priority, service: service.node.path });

    const loadBalancer = loadBalancerOf(listener);
    this.targetGroup = taskTargetGroup(this, tasks, options, loadBalancer);
    this.alternate = tasks.shift && alternateTargetGroup(this, tasks, options, loadBalancer);
    const groups = { production: this.targetGroup, alternate: this.alternate };
    this.rule = new elbv2.ApplicationListenerRule(this, 'Rule', {
      listener, priority, conditions: conditionsOf(hosts, paths), action: forwardTo(groups),
    });
    shiftTraffic(this, tasks, groups, this.rule);
    this.node.addValidation({ validate: () => [...clashesWith(this.rule.node.defaultChild as elbv2.CfnListenerRule)] });
  }
}

const conditionsOf = (hosts: readonly string[], paths: readonly string[]): elbv2.ListenerCondition[] => [
  ...hosts.length > 0 ? [elbv2.ListenerCondition.hostHeaders([...hosts])] : [],
  ...paths.length > 0 ? [elbv2.ListenerCondition.pathPatterns([...paths])] : [],
];

/** The load balancer, where the app declares it. */
function loadBalancerOf(listener: elbv2.IApplicationListener): elbv2.BaseLoadBalancer | undefined {
  const loadBalancer = listener instanceof elbv2.ApplicationListener ? listener.loadBalancer : undefined;
  return loadBalancer instanceof elbv2.BaseLoadBalancer ? loadBalancer : undefined;
}

/** What the listener is known by: its place in the app, or the ARN that an imported one has. */
function idOf(listener: elbv2.IApplicationListener): string {
  const isImported = !Resource.isOwnedResource(listener) && !Token.isUnresolved(listener.listenerArn);
  const identity = isImported ? listener.listenerArn : listener.node.addr;
  return createHash('sha256').update(identity).digest('hex').slice(0, 8).toUpperCase();
}
