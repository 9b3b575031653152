import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

export const separateRoles: TaskRule = {
  id: 'separate-roles',
  class: 'weakens',
  judges: 'task',
  property: 'TaskRoleArn',
  reads: ['task.executionRole', 'task.taskRole'],
  title: 'The execution role and the task role should be different roles.',
  why: 'With one role, the application can read every secret and pull every image that ECS needs at task startup.',
  fix: 'Set different roles for taskRole and executionRole of ecs.FargateTaskDefinition, or remove both. '
    + 'HardenedFargateService creates two roles by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html'],
  prevents: ['init/secret-permission'],
  breaks: { taskRole: { id: 'Shop/ExecutionRole' } },
  holds: ({ executionRole, taskRole }) => {
    if (executionRole === undefined || taskRole === undefined) return true;
    if (!isKnown(executionRole) || !isKnown(taskRole)) return UNKNOWN;
    return executionRole.id !== taskRole.id || { seen: `both roles are '${taskRole.id}'` };
  },
};
