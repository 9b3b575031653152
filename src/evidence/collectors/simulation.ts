import { asksOf, type RoleRequest } from './asked-of-roles';
import type { Ask, Collector } from './collector';
import { describeTaskDefinition } from './task-definition';
import { isObject, type JsonObject, objects, present, text } from '../model/json-fields';
import type { SimulatedPermission } from '../model/resource-state';

/** Each is a call. */
const MOST_REQUESTS = 5;

/** What IAM says when it is asked, without doing it, for the very action and resource that failed. */
export const simulation: Collector = {
  name: 'simulation',
  tells: 'whether the policies and the permissions boundary of a role allow the action that failed',
  brings: ['simulated'],
  calls: ['ecs:DescribeTaskDefinition', 'iam:SimulatePrincipalPolicy'],
  collect: async (evidence, ask, suspected) => {
    const definition = await describeTaskDefinition(evidence.task.taskDefinitionArn, ask);
    const requests = asksOf(evidence, definition, suspected).slice(0, MOST_REQUESTS);
    const simulated = await Promise.all(requests.map(request => simulate(request, ask)));
    return requests.length === 0 ? {} : { simulated: simulated.flat() };
  },
};

async function simulate({ role, actions, resource }: RoleRequest, ask: Ask): Promise<readonly SimulatedPermission[]> {
  const answer = await ask.answer('iam:SimulatePrincipalPolicy', { PolicySourceArn: role, ActionNames: actions, ResourceArns: [resource] });
  return objects(answer?.EvaluationResults).flatMap(result => permissionIn(result, role, resource, ask));
}

function permissionIn(result: JsonObject, role: string, resource: string, ask: Ask): readonly SimulatedPermission[] {
  const [action, decision] = [text(result.EvalActionName), text(result.EvalDecision)];
  if (action === undefined || decision === undefined) return [];
  const keys = Array.isArray(result.MissingContextValues) ? result.MissingContextValues : [];
  if (keys.length > 0) {
    const unknown = keys.join(', ');
    ask.gap('iam:SimulatePrincipalPolicy', `whether ${action} is allowed depends on ${unknown}, which are known only for the call itself`);
    return [];
  }
  const { PermissionsBoundaryDecisionDetail: boundary } = result;
  return [present({
    role,
    action,
    resource,
    decision,
    policies: objects(result.MatchedStatements).flatMap(({ SourcePolicyId }) => text(SourcePolicyId) ?? []),
    isBeyondBoundary: isObject(boundary) && boundary.AllowedByPermissionsBoundary === false || undefined,
  })];
}
