import { Duration, Stack, Token } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as targets from 'aws-cdk-lib/aws-scheduler-targets';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { SERVICE_PRINCIPALS } from '../../aws/service-principals';
import type { TaskScheduleOptions } from '../options/task-schedule-options';
import { everyTaskOf } from '../task/every-task-of';
import { explainWildcard } from '../task/explain-wildcard';

/** A task with where it runs. */
interface PlacedTask extends Construct {
  readonly cluster: ecs.ICluster;
  readonly vpcSubnets: ec2.SubnetSelection;
  readonly taskDefinition: ecs.FargateTaskDefinition;
  readonly container: ecs.ContainerDefinition;
  readonly securityGroup: ec2.ISecurityGroup;
}

/** Has EventBridge Scheduler run a task, out of reach as always. */
export function scheduleTask(
  task: PlacedTask, id: string, options: TaskScheduleOptions, deadLetterQueue: sqs.IQueue,
): scheduler.Schedule {
  const { command, retryAttempts, maxEventAge = Duration.hours(1), ...when } = options;
  requireExpression(when.schedule.expressionString);
  return new scheduler.Schedule(task, id, {
    ...when,
    description: `Runs ${task.node.path}`,
    target: new targets.EcsRunFargateTask(task.cluster, {
      taskDefinition: task.taskDefinition,
      vpcSubnets: task.vpcSubnets,
      securityGroups: [task.securityGroup],
      assignPublicIp: false,
      propagateTags: true,
      enableEcsManagedTags: true,
      retryAttempts,
      maxEventAge,
      deadLetterQueue,
      role: schedulerRole(task),
      input: command && scheduler.ScheduleTargetInput.fromObject({ containerOverrides: [{ name: task.container.containerName, command }] }),
    }),
  });
}

/**
 * Refuses what EventBridge Scheduler refuses at deployment.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
function requireExpression(expression: string): void {
  if (Token.isUnresolved(expression) || /^(?:at|cron|rate)\(.+\)$/.test(expression)) return;
  throw new Error(
    `'schedule' is '${expression}', but EventBridge Scheduler accepts at(…), cron(…), and rate(…) only; set it to `
      + 'ScheduleExpression.cron(), such as cron(0 3 * * ? *) for each night at 3',
  );
}

const ROLE_ID = 'SchedulerRole';

/** EventBridge Scheduler, when it runs this task on a schedule of this account, and not when another account has talked it into it. */
function schedulerRole(task: PlacedTask): iam.Role {
  const known = task.node.tryFindChild(ROLE_ID);
  if (known instanceof iam.Role) return known;
  const stack = Stack.of(task);
  const role = new iam.Role(task, ROLE_ID, {
    description: `Runs ${task.node.path} on its schedules`,
    assumedBy: new iam.ServicePrincipal(SERVICE_PRINCIPALS.scheduler, {
      conditions: {
        StringEquals: {
          'aws:SourceAccount': stack.account,
          'aws:SourceArn': stack.formatArn({ service: 'scheduler', resource: 'schedule-group', resourceName: 'default' }),
        },
      },
    }),
  });
  explainWildcard(role, everyTaskOf(task.cluster),
    'ECS generates the task ID, and adds the tags when it runs the task; the tasks of the cluster are the narrowest resource.');
  return role;
}
