import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { PolicyHolderFacts } from '../../facts/model/role';
import { mayDoTo } from '../iam/permission';
import { hasAll, type Need } from '../iam/role-needs';
import type { TaskRule } from '../model/rule';

export const executionRoleEnvFiles: TaskRule = {
  id: 'execution-role-env-files',
  class: 'cannot start',
  judges: 'task',
  property: 'ExecutionRoleArn',
  reads: ['task.containers.environmentObjects', 'task.executionRole', 'task.taskRole'],
  title: 'The execution role should have permission to read every environment file.',
  why: 'ECS downloads environment files from S3 with the execution role before the container starts. The CDK does not grant this. '
    + 'Without permission, no task starts.',
  fix: 'Call bucket.grantRead(taskDefinition.obtainExecutionRole(), key) with the task definition of HardenedFargateService or '
    + 'your ecs.FargateTaskDefinition, and with the key of the file. Or set the variables in environment instead.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
  prevents: ['init/env-file'],
  breaks: {
    executionRole: { statements: [{ effect: 'Allow', actions: ['*'], exceptActions: ['s3:*'], resources: ['*'], conditional: false }] },
  },
  holds: task => {
    const { containers } = task;
    if (!isKnown(containers)) return UNKNOWN;
    const files = containers.flatMap(({ environmentObjects: objects }) => isKnown(objects) ? objects : []);
    return hasAll(files.map(readingOf), task, 'executionRole');
  },
};

/** The bucket's own policy may let the role in, too. */
const readingOf = (file: PolicyHolderFacts): Need => ({
  to: isKnown(file.arn) ? `read '${file.arn}'` : 'read an environment file',
  actions: ['s3:GetObject'],
  may: (role, action) => mayDoTo(role, action, file),
});
