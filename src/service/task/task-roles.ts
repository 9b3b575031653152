import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';

/** What ECS needs before the first instruction runs, kept apart from what the application may do. */
export interface TaskRoles {
  readonly executionRole: iam.IRole;
  readonly taskRole: iam.IRole;
}

/** The roles that are there already. */
type GivenRoles = Partial<TaskRoles>;

/** The policy of a task role that is not of the construct; the service waits for it. */
export const SESSIONS_POLICY = 'ExecPolicy';

/**
 * Two roles that begin with no permission but that of Exec sessions, where they are allowed.
 *
 * Image, log group and secrets grant the execution role what it needs of each, by ARN: the managed policy
 * AmazonECSTaskExecutionRolePolicy would allow every repository and every log group of the account.
 */
export function taskRoles(scope: Construct, given: GivenRoles, sessions?: iam.PolicyDocument): TaskRoles {
  const forTasksHere = tasksOfThisAccount(Stack.of(scope));
  return {
    executionRole: given.executionRole ?? new iam.Role(scope, 'ExecutionRole', {
      description: `Starts the tasks of ${scope.node.path}: pulls the image, reads the secrets, writes the log`,
      assumedBy: forTasksHere,
    }),
    taskRole: given.taskRole ? withSessions(scope, given.taskRole, sessions) : new iam.Role(scope, 'TaskRole', {
      description: `Permissions of the application in ${scope.node.path}`,
      assumedBy: forTasksHere,
      inlinePolicies: sessions && { ExecPolicy: sessions },
    }),
  };
}

/** A role that is there already gets the same permissions by a policy of this stack, unless it was imported with `mutable: false`. */
export function withSessions(scope: Construct, role: iam.IRole, sessions: iam.PolicyDocument | undefined): iam.IRole {
  if (sessions !== undefined) role.attachInlinePolicy(new iam.Policy(scope, SESSIONS_POLICY, { document: sessions }));
  return role;
}

/**
 * ECS, when it acts for a task of this account and Region, and not when another account has talked it into it.
 *
 * A single cluster cannot be named: ECS gives no narrower source.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function tasksOfThisAccount(stack: Stack): iam.IPrincipal {
  return new iam.ServicePrincipal(SERVICE_PRINCIPALS.ecsTasks, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': stack.account },
      ArnLike: { 'aws:SourceArn': `arn:${stack.partition}:ecs:${stack.region}:${stack.account}:*` },
    },
  });
}
