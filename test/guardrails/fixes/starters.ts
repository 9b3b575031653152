import type { Stack } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { FollowedFix } from './followed-fix';
import type { Declare } from '../corpus/configuration';
import { natVpc } from '../corpus/parts/network';
import { soundCluster, taskWithContainer } from '../corpus/parts/service';

/** What every starter of a task is told. */
interface Started {
  readonly cluster: ecs.Cluster;
  readonly taskDefinition: ecs.FargateTaskDefinition;
}

const starting = (start: (stack: Stack, started: Started) => void): Declare => stack =>
  start(stack, { cluster: soundCluster(stack, natVpc(stack)), taskDefinition: taskWithContainer(stack) });

const runsTask = ({ taskDefinition }: Started) => ({ launchType: 'FARGATE', taskDefinitionArn: taskDefinition.taskDefinitionArn });

const roleFor = (stack: Stack, service: string): string => new iam.Role(stack, 'StarterRole', { assumedBy: new iam.ServicePrincipal(service) }).roleArn;

const HOURLY = 'rate(1 hour)';

/** Fixes in what starts a task by itself. */
export const STARTERS: readonly FollowedFix[] = [
  ['network-configuration-stated', 'EcsTask of aws-events-targets',
    starting((stack, started) => void new events.CfnRule(stack, 'Hourly', {
      scheduleExpression: HOURLY,
      targets: [{ id: 'Task', arn: started.cluster.clusterArn, roleArn: roleFor(stack, 'events.amazonaws.com'), ecsParameters: runsTask(started) }],
    })),
    starting((stack, started) => void new events.Rule(stack, 'Hourly', {
      schedule: events.Schedule.expression(HOURLY),
      targets: [new eventTargets.EcsTask(started)],
    }))],
  ['network-configuration-stated', 'EcsRunFargateTask of aws-scheduler-targets',
    starting((stack, started) => void new scheduler.CfnSchedule(stack, 'Hourly', {
      scheduleExpression: HOURLY,
      flexibleTimeWindow: { mode: 'OFF' },
      target: { arn: started.cluster.clusterArn, roleArn: roleFor(stack, 'scheduler.amazonaws.com'), ecsParameters: runsTask(started) },
    })),
    starting((stack, { cluster, taskDefinition }) => void new scheduler.Schedule(stack, 'Hourly', {
      schedule: scheduler.ScheduleExpression.expression(HOURLY),
      target: new schedulerTargets.EcsRunFargateTask(cluster, { taskDefinition }),
    }))],
  ['network-configuration-stated', 'EcsRunTask of aws-stepfunctions-tasks',
    machineOf((stack, { cluster, taskDefinition }) => new stepfunctions.CustomState(stack, 'Run', {
      stateJson: {
        Type: 'Task',
        Resource: 'arn:aws:states:::ecs:runTask.sync',
        Parameters: { Cluster: cluster.clusterArn, TaskDefinition: taskDefinition.taskDefinitionArn, LaunchType: 'FARGATE' },
        End: true,
      },
    })),
    machineOf((stack, started) => new tasks.EcsRunTask(stack, 'Run', { ...started, launchTarget: new tasks.EcsFargateLaunchTarget() }))],
];

function machineOf(state: (stack: Stack, started: Started) => stepfunctions.IChainable): Declare {
  return starting((stack, started) =>
    void new stepfunctions.StateMachine(stack, 'Machine', { definitionBody: stepfunctions.DefinitionBody.fromChainable(state(stack, started)) }));
}
