import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as stepfunctions from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { SoundConfiguration } from '../configuration';
import { natVpc } from '../parts/network';
import { soundCluster, taskWithContainer } from '../parts/service';

/** Tasks that no service runs. */
export const STANDALONE_TASKS: readonly SoundConfiguration[] = [
  {
    sentence: 'a task that a state machine runs',
    runs: 'tasks',
    declare: stack => {
      const run = new tasks.EcsRunTask(stack, 'Run', {
        integrationPattern: stepfunctions.IntegrationPattern.RUN_JOB,
        cluster: soundCluster(stack, natVpc(stack)),
        taskDefinition: taskWithContainer(stack),
        launchTarget: new tasks.EcsFargateLaunchTarget({ platformVersion: ecs.FargatePlatformVersion.LATEST }),
      });
      new stepfunctions.StateMachine(stack, 'Machine', { definitionBody: stepfunctions.DefinitionBody.fromChainable(run) });
    },
  },
  {
    sentence: 'a task that an EventBridge rule starts',
    runs: 'tasks',
    declare: stack => {
      const rule = new events.Rule(stack, 'Uploaded', { eventPattern: { source: ['aws.s3'], detailType: ['Object Created'] } });
      rule.addTarget(new targets.EcsTask({ cluster: soundCluster(stack, natVpc(stack)), taskDefinition: taskWithContainer(stack) }));
    },
  },
];
