import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { TaskNeeds } from '../../network/task-needs';

/** What a defined task must be able to reach. */
export interface ReachingTask {
  readonly executionRole: iam.IRole;
  readonly taskRole: iam.IRole;
  readonly foreignRegistry: string | undefined;
  readonly enableExecuteCommand: boolean;
  readonly cluster: ecs.ICluster;
}

/** Finds out what a task must reach: before its first instruction, for what its application was granted, and while somebody works in it. */
export function taskNeedsOf({ executionRole, taskRole, foreignRegistry, enableExecuteCommand, cluster }: ReachingTask): TaskNeeds {
  const sessions = enableExecuteCommand ? cluster.executeCommandConfiguration : undefined;
  const permissions = [...actionsOf(executionRole), ...actionsOf(taskRole)];
  const uses = (service: string) => permissions.some(action => action.startsWith(`${service}:`));
  return {
    ecr: foreignRegistry === undefined,
    logs: true,
    secretsManager: uses('secretsmanager'),
    ssm: uses('ssm'),
    exec: enableExecuteCommand,
    kms: sessions?.kmsKey !== undefined,
    s3: sessions?.logConfiguration?.s3Bucket !== undefined || uses('s3'),
    dynamodb: uses('dynamodb'),
    sqs: uses('sqs'),
    sns: uses('sns'),
  };
}

/**
 * Every action that the policies below a role name; those of a role from elsewhere are not seen.
 *
 * A secret does not say where it is kept, but it has granted the execution role what reading it takes; and so has whatever
 * else the application uses granted the task role.
 */
function actionsOf(role: iam.IRole): readonly string[] {
  const policies = role.node.children.filter(child => child instanceof iam.Policy);
  return policies.flatMap(({ document }) => {
    const { Statement: statements = [] }: { Statement?: { Action?: string | string[] }[] } = document.toJSON() ?? {};
    return statements.flatMap(({ Action: action = [] }) => action);
  });
}
