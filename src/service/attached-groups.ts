import { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IConstruct } from 'constructs';

type Group = elbv2.ApplicationTargetGroup | elbv2.NetworkTargetGroup;

/** The target groups of the app that the tasks of a service are registered with at the moment, and that a listener uses. */
export function attachedGroups(service: ecs.FargateService): readonly Group[] {
  const stack = Stack.of(service);
  const { loadBalancers } = cfnServiceOf(service);
  const registrations: readonly Registered[] = [stack.resolve(loadBalancers) ?? []].flat();
  const registered = new Set(registrations.map(({ targetGroupArn }) => JSON.stringify(targetGroupArn)));
  return service.node.root.node.findAll()
    .filter(isGroup)
    .filter(group => registered.has(JSON.stringify(stack.resolve(group.targetGroupArn))))
    .filter(group => group.loadBalancerArns.length > 0);
}

const isGroup = (construct: IConstruct): construct is Group =>
  construct instanceof elbv2.ApplicationTargetGroup || construct instanceof elbv2.NetworkTargetGroup;

interface Registered {
  readonly targetGroupArn?: unknown;
}

/** The resource of a service, whose settings it has. */
export function cfnServiceOf({ node }: ecs.FargateService): ecs.CfnService {
  const resource = node.tryFindChild('Service');
  if (resource instanceof ecs.CfnService) return resource;
  throw new Error(`'${node.path}' has no CloudFormation resource of its own; apply FargateHardening to a service that the app declares`);
}
