import { isKnown } from '../../facts/model/fact';
import type { TaskRule } from '../model/rule';

export const separateRoles: TaskRule = {
  id: 'separate-roles',
  level: 'error',
  judges: 'task',
  property: 'TaskRoleArn',
  title: 'The execution role and the task role are two roles.',
  why: 'With one role for both, the application holds what only ECS needs before the start: it may read every '
    + 'secret and pull every image of the task.',
  fix: 'Give taskRole and executionRole of ecs.FargateTaskDefinition different roles, or leave both out; '
    + 'HardenedFargateService makes two by itself.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html'],
  prevents: ['init/secret-permission'],
  breaks: { taskRole: { id: 'Shop/ExecutionRole' } },
  holds: ({ executionRole, taskRole }) =>
    !isKnown(executionRole) || !isKnown(taskRole) || executionRole === undefined || executionRole.id !== taskRole?.id,
};
