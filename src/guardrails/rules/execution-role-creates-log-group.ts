import type { ContainerFacts, LogConfigurationFacts } from '../../facts/model/container';
import { isKnown, UNKNOWN } from '../../facts/model/fact';
import { arnsOfLog } from '../iam/log-group-arns';
import { mayDo } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';

/** A group that the app declares is there before the task. */
export const executionRoleCreatesLogGroup: TaskRule = {
  id: 'execution-role-creates-log-group',
  class: 'cannot start',
  judges: 'task',
  property: 'ExecutionRoleArn',
  reads: ['task.containers.logConfiguration', 'task.containers.name', 'task.executionRole', 'task.taskRole'],
  title: 'With awslogs-create-group, the execution role should have permission to create the log group.',
  why: 'If the log group does not exist, Fargate creates it with the execution role. Without logs:CreateLogGroup, no task starts.',
  fix: 'Declare the log group with ecs.LogDrivers.awsLogs, or allow logs:CreateLogGroup in the execution role. '
    + 'HardenedFargateService declares a log group; remove the override.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html'],
  prevents: ['init/log-permission'],
  breaks: {
    containers: { logConfiguration: { group: undefined, options: { 'awslogs-create-group': 'true', 'awslogs-group': '/ecs/shop' } } },
    executionRole: {
      statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['logs:CreateLogGroup'], resources: ['*'], conditional: false }],
    },
  },
  holds: task => {
    const { containers } = task;
    if (!isKnown(containers)) return UNKNOWN;
    return hasAll(containers.flatMap(creationOf), task, 'executionRole');
  },
};

const createsGroup = ({ driver, group, options }: LogConfigurationFacts): boolean =>
  driver === 'awslogs' && isKnown(options) && options['awslogs-create-group'] === 'true' && (group === undefined || !isKnown(group));

function creationOf({ name, logConfiguration: log }: ContainerFacts): readonly Need[] {
  if (log === undefined || !isKnown(log) || !createsGroup(log)) return [];
  const arns = arnsOfLog(log);
  return [{
    to: `create the log group of ${isKnown(name) ? `'${name}'` : 'a container'}`,
    actions: ['logs:CreateLogGroup'],
    may: (role, action) => isKnown(arns) ? mayDo(role, action, arns) : UNKNOWN,
  }];
}
