import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { applicationLog } from './application-log';
import type { HardenedTask, TaskSettings } from './task-definition';
import { withSessions } from './task-roles';

/** A task definition that somebody else declared, as it is: what it lacks is for the guardrails to find. */
export function ownTask(
  scope: Construct, taskDefinition: ecs.FargateTaskDefinition, containerPort: number | undefined, { removal, sessions }: TaskSettings,
): HardenedTask {
  const container = applicationOf(taskDefinition, containerPort);
  const executionRole: iam.IRole = taskDefinition.obtainExecutionRole();
  const taskRole = withSessions(scope, taskDefinition.taskRole, sessions);
  const logGroup = knownLogOf(scope, container) ?? applicationLog(scope, {}, removal);
  return { taskDefinition, container, executionRole, taskRole, logGroup };
}

/** The container that has the port, or else the default one. */
function applicationOf(taskDefinition: ecs.FargateTaskDefinition, containerPort: number | undefined): ecs.ContainerDefinition {
  const containers = taskDefinition.node.children.filter(child => child instanceof ecs.ContainerDefinition);
  const container = containerPort === undefined
    ? taskDefinition.defaultContainer
    : containers.find(({ portMappings }) => portMappings.some(mapping => mapping.containerPort === containerPort));
  if (container !== undefined) return container;
  const what = containerPort === undefined ? 'no essential container' : `no container with port ${containerPort}, which is 'containerPort'`;
  throw new Error(`'taskDefinition' '${taskDefinition.node.path}' has ${what}; add the container before the service is declared`);
}

/** Where the container writes to CloudWatch. */
function knownLogOf(scope: Construct, { logDriverConfig }: ecs.ContainerDefinition): logs.ILogGroup | undefined {
  const { logDriver, options = {} } = logDriverConfig ?? {};
  const logGroupName = options['awslogs-group'];
  if (logDriver !== 'awslogs' || logGroupName === undefined) return undefined;
  return logs.LogGroup.fromLogGroupName(scope, 'LogGroup', logGroupName);
}
