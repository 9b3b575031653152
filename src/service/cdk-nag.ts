import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { everyLogGroup } from './execute-command';
import { explain, explainEntrance, explainNetworkEntrance } from './load-balancing/cdk-nag';
import type { LoadBalancedEntrance } from './load-balancing/load-balanced-entrance';
import { NetworkEntrance } from './load-balancing/network-entrance';
import { flatReference } from '../analyzer/access/flat-reference';

/** The parts of a task at which the rules of cdk-nag find something that is meant to be so. */
export interface MeantParts {
  readonly executionRole: IConstruct;
  readonly taskRole: IConstruct;
  readonly taskDefinition: IConstruct;
}

/** Says, to whoever checks an app with cdk-nag too, why what its packs find in a hardened task is right. */
export function explainTask(parts: MeantParts): void {
  explain(parts.executionRole, 'AwsSolutions-IAM5[Resource::*]',
    'ecr:GetAuthorizationToken is about the registry as a whole and knows no resource; everything else is allowed by ARN.');
  // The role itself, and not what users grant it: that is in a policy below it.
  const { defaultChild: ownPolicies } = parts.taskRole.node;
  explain(ownPolicies, 'AwsSolutions-IAM5[Resource::*]', 'Session channels know no resource; everything else is allowed by ARN.');
  const stack = Stack.of(parts.taskRole);
  explain(ownPolicies, `AwsSolutions-IAM5[Resource::${flatReference(stack.resolve(everyLogGroup(stack)))}]`,
    'The search for the log group of the sessions knows no narrower resource; the group itself is allowed by ARN.');
  explain(parts.taskDefinition, 'AwsSolutions-ECS2',
    'Plain settings belong into variables; those that look like credentials are refused by the guardrail no-secrets-in-environment.');
}

/** The same of what leads to tasks, and of the endpoints that they reach. */
export function explainWayIn(entrance: LoadBalancedEntrance | NetworkEntrance | undefined, taskEndpoints: IConstruct | undefined): void {
  explain(taskEndpoints, 'AwsSolutions-EC23',
    'The endpoints admit the addresses of their own VPC; the range is a reference, which the rule cannot read.');
  if (entrance instanceof NetworkEntrance) explainNetworkEntrance(entrance);
  else explainEntrance(entrance);
}
