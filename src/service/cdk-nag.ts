import { Stack } from 'aws-cdk-lib';
import { DeploymentLifecycleLambdaTarget, type IDeploymentLifecycleHookTarget } from 'aws-cdk-lib/aws-ecs';
import { Policy } from 'aws-cdk-lib/aws-iam';
import type { Construct, IConstruct } from 'constructs';
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
    'ecr:GetAuthorizationToken supports no resource; all other permissions are granted by ARN.');
  // The role itself, and not what users grant it: that is in a policy below it.
  const { defaultChild: ownPolicies } = parts.taskRole.node;
  explain(ownPolicies, 'AwsSolutions-IAM5[Resource::*]', 'Session channels support no resource; all other permissions are granted by ARN.');
  const stack = Stack.of(parts.taskRole);
  explain(ownPolicies, `AwsSolutions-IAM5[Resource::${flatReference(stack.resolve(everyLogGroup(stack)))}]`,
    'The search for the log group of the sessions supports no narrower resource; access to the group is granted by ARN.');
  explain(parts.taskDefinition, 'AwsSolutions-ECS2',
    'Environment variables are for plain settings; the guardrail no-secrets-in-environment rejects values that look like credentials.');
}

/** The same of what leads to tasks, and of the endpoints that they reach. */
export function explainWayIn(entrance: LoadBalancedEntrance | NetworkEntrance | undefined, taskEndpoints: IConstruct | undefined): void {
  explain(taskEndpoints, 'AwsSolutions-EC23',
    'The endpoints allow only the addresses of their VPC; the range is a reference, which the rule cannot read.');
  if (entrance instanceof NetworkEntrance) explainNetworkEntrance(entrance);
  else explainEntrance(entrance);
}

/** The same of the functions that ECS calls during a deployment. The CDK creates the role to call them when it synthesizes the service. */
export function explainHooks(service: Construct, hooks: readonly IDeploymentLifecycleHookTarget[] = []): void {
  const explainRoles = () => hooks.flatMap(hook => hook instanceof DeploymentLifecycleLambdaTarget ? hook.role ?? [] : [])
    .filter(({ node }) => node.scope === service).forEach(explainCalls);
  service.node.addValidation({ validate: () => (explainRoles(), []) });
}

function explainCalls({ node }: IConstruct): void {
  const policy = node.tryFindChild('DefaultPolicy');
  if (!(policy instanceof Policy)) return;
  const { Statement: statements } = Stack.of(policy).resolve(policy.document) as { readonly Statement: readonly Statement[] };
  const calls = statements.filter(({ Action: action }) => action === 'lambda:InvokeFunction');
  const called = calls.flatMap(({ Resource: resources }) => [resources].flat().map(flatReference));
  for (const versions of called.filter(name => name.endsWith(':*'))) {
    const reason = 'ECS invokes each version of this function at a lifecycle stage of the deployment.';
    explain(policy, `AwsSolutions-IAM5[Resource::${versions}]`, reason);
  }
}

interface Statement {
  readonly Action: unknown;
  readonly Resource: unknown;
}
