import { type Fact, isKnown, type Known, UNKNOWN } from '../../facts/model/fact';
import type { PolicyHolderFacts } from '../../facts/model/role';
import type { ServiceFacts } from '../../facts/model/service';
import { logGroupArns } from '../iam/log-group-arns';
import { isOneRole } from '../iam/one-role';
import { mayDo, mayDoTo, mayUse } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';

/** Of a role that was made elsewhere, also of one that the CDK may not change, nobody knows what it may do, so that it is not accused. */
export const taskRoleExec: TaskRule = {
  id: 'task-role-exec',
  class: 'weakens',
  judges: 'task',
  property: 'TaskRoleArn',
  reads: ['cluster.execLogging', 'enableExecuteCommand', 'task.executionRole', 'task.taskRole'],
  title: 'If ECS Exec is enabled, the task role should allow sessions and session logs.',
  why: 'The SSM agent uses the task role. Without these permissions, sessions do not start or are not logged.',
  fix: 'Set taskRole of ecs.FargateTaskDefinition to a role that the CDK can change; enableExecuteCommand then grants the '
    + 'permissions. The task role that HardenedFargateService creates has them.',
  see: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  ],
  prevents: [],
  breaks: { taskRole: { statements: [] } },
  holds: (task, service) => {
    if (service === undefined || service.enableExecuteCommand === false) return true;
    // One role for both is a fault of its own, and mending it brings the right task role back.
    if (isOneRole(task.executionRole, task.taskRole)) return true;
    return service.enableExecuteCommand === true ? hasAll([CHANNELS, ...recordingOf(service)], task, 'taskRole') : UNKNOWN;
  },
};

const CHANNELS: Need = {
  to: 'open the channels of an ECS Exec session',
  actions: [
    'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel',
    'ssmmessages:OpenDataChannel',
  ],
  // Whatever ARN a policy names here, AWS may come to accept.
  may: (role, action) => mayDo(role, action, ['${?}']),
};

function recordingOf({ cluster }: ServiceFacts): readonly Need[] {
  if (!isKnown(cluster) || cluster.execLogging === undefined || !isKnown(cluster.execLogging)) return [];
  const { logging, sessionKey, logGroup, recordsInBucket } = cluster.execLogging;
  const records = logging === 'OVERRIDE' ? [...ifThere(logGroup, writingTo), ...ifThere(recordsInBucket, storingIn)] : [];
  return [...ifThere(sessionKey, useOf), ...records];
}

const ifThere = <T>(thing: Fact<T>, need: (thing: Known<T>) => Need): readonly Need[] => thing === undefined ? [] : [need(thing)];

const useOf = (key: Known<PolicyHolderFacts>): Need => ({
  to: 'use the session key',
  actions: ['kms:Decrypt'],
  may: (role, action) => mayUse(role, action, key),
});

const writingTo = (logGroup: Known<string>): Need => ({
  to: 'write session logs to the log group',
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  may: (role, action) => isKnown(logGroup) ? mayDo(role, action, logGroupArns(logGroup)) : UNKNOWN,
});

const storingIn = (records: Known<PolicyHolderFacts>): Need => ({
  to: 'write session logs to the bucket',
  actions: ['s3:PutObject'],
  may: (role, action) => mayDoTo(role, action, records),
});
