import type { ContainerFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { arnsOfLog } from '../iam/log-group-arns';
import { mayDo } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';

/** Whether `awslogs-create-group` will create a group depends on the account, so that logs:CreateLogGroup is not asked for. */
export const executionRoleLogs: TaskRule = {
  id: 'execution-role-logs',
  class: 'cannot start',
  judges: 'task',
  property: 'ExecutionRoleArn',
  reads: ['task.containers.logConfiguration', 'task.containers.name', 'task.executionRole', 'task.taskRole'],
  title: 'The execution role should have permission to write to every awslogs log group.',
  why: 'The awslogs driver opens a log stream with the execution role before the container starts. Without permission, no task starts.',
  fix: 'Use ecs.LogDrivers.awsLogs in addContainer, which grants the execution role, or call logGroup.grantWrite(executionRole). '
    + 'HardenedFargateService grants this by default.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html'],
  prevents: ['init/log-permission'],
  breaks: {
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['logs:*'], resources: ['*'], conditional: false }] },
  },
  holds: task =>
    isKnown(task.containers) ? hasAll(task.containers.flatMap(writingOf), task, 'executionRole') : UNKNOWN,
};

function writingOf({ name, logConfiguration: log }: ContainerFacts): readonly Need[] {
  if (log === undefined || !isKnown(log) || log.driver !== 'awslogs') return [];
  const arns = arnsOfLog(log);
  return [{
    to: `write to the log group of ${isKnown(name) ? `'${name}'` : 'a container'}`,
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    may: (role, action) => isKnown(arns) ? mayDo(role, action, arns) : UNKNOWN,
  }];
}
