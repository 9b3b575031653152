import { awsManagedArn, awsManagedName, EXECUTION_POLICY, managedStatements } from '../../aws/managed-policies';
import { isKnown } from '../../facts/model/fact';
import type { RoleFacts, StatementFacts } from '../../facts/model/role';
import { isOneRole } from '../iam/one-role';
import type { TaskRule } from '../model/rule';

/** A statement counts that allows everything, or everything but a few actions, unless a condition or a permissions boundary limits it. */
export const taskRoleNotAdmin: TaskRule = {
  id: 'task-role-not-admin',
  class: 'weakens',
  judges: 'task',
  property: 'TaskRoleArn',
  reads: ['task.executionRole', 'task.taskRole'],
  title: 'The task role should have only the permissions that the application needs.',
  why: 'An attacker who compromises the application has all permissions of its task role.',
  fix: 'Grant single actions on single resources to the task role of HardenedFargateService or ecs.FargateTaskDefinition, for example '
    + `with bucket.grantRead(taskDefinition.taskRole). Use ${EXECUTION_POLICY} only for the execution role.`,
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  prevents: [],
  breaks: { taskRole: { managedPolicies: [awsManagedArn('AdministratorAccess')] } },
  holds: ({ executionRole, taskRole }) => {
    if (taskRole === undefined || !isKnown(taskRole)) return true;
    const tooMuch = [...policiesThatAllowAll(taskRole), ...policyOfExecution(taskRole)];
    // One role for both is a fault of its own, and has this policy with good reason.
    const [first] = isOneRole(executionRole, taskRole) ? tooMuch.filter(name => name !== EXECUTION_POLICY) : tooMuch;
    return first === undefined || { seen: `the task role '${taskRole.id}' has ${first}` };
  },
};

function policiesThatAllowAll({ boundary, statements, managedPolicies }: RoleFacts): readonly string[] {
  if (boundary !== undefined) return [];
  const own = isKnown(statements) && statements.some(allowsAll) ? ['a policy that allows all actions on all resources'] : [];
  return [...own, ...known(managedPolicies).filter(arn => managedStatements(arn)?.some(allowsAll)).map(arn => awsManagedName(arn) ?? arn)];
}

const policyOfExecution = ({ managedPolicies }: RoleFacts): readonly string[] =>
  known(managedPolicies).some(arn => awsManagedName(arn)?.endsWith(EXECUTION_POLICY)) ? [EXECUTION_POLICY] : [];

const allowsAll = ({ effect, actions, resources, exceptResources, conditional }: StatementFacts): boolean =>
  effect === 'Allow' && isAll(actions) && isAll(resources) && exceptResources === undefined && conditional === false;

const isAll = (patterns: StatementFacts['actions']): boolean => known(patterns).some(pattern => /^\*(:\*)?$/.test(pattern));

const known = (list: StatementFacts['actions']): readonly string[] => isKnown(list) ? list : [];
