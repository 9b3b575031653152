import { Duration, Size } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { FollowedFix } from './followed-fix';
import { worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { natVpc } from '../corpus/parts/network';
import { override, spoil } from '../corpus/parts/spoil';

const ownLogGroup = worker(stack => ({
  container: {
    logging: ecs.LogDrivers.awsLogs({
      streamPrefix: 'app',
      logGroup: new logs.LogGroup(stack, 'OwnLogs', { retention: logs.RetentionDays.ONE_MONTH }),
      mode: ecs.AwsLogDriverMode.NON_BLOCKING,
      maxBufferSize: Size.mebibytes(25),
    }),
  },
}));

const restarted = worker(() => ({ container: { enableRestartPolicy: true, restartAttemptPeriod: Duration.minutes(3) } }));

function watchRestarts(stack: Construct): void {
  const { cluster, serviceName } = stack.node.findChild('Service') as ecs.FargateService;
  const dimensionsMap = { ClusterName: cluster.clusterName, ServiceName: serviceName };
  const metric = new cloudwatch.Metric({ namespace: 'ECS/ContainerInsights', metricName: 'RestartCount', dimensionsMap, statistic: 'Maximum' });
  metric.createAlarm(stack, 'Restarts', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new actions.SnsAction(new sns.Topic(stack, 'ToldOfRestarts')));
}

/** A plain service of the CDK, with what makes it wait. */
const waiting = (needs: (task: ecs.FargateTaskDefinition, cluster: ecs.Cluster) => readonly Construct[]): Declare => stack => {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: natVpc(stack), enableFargateCapacityProviders: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3'), logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'shop' }),
  });
  new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, circuitBreaker: { rollback: true }, capacityProviderStrategies: [{ capacityProvider: 'FARGATE', weight: 1 }],
  }).node.addDependency(...needs(taskDefinition, cluster));
};

/** Fixes of what has to be there before a task starts, and of what tells that it was restarted. */
export const START_UP: readonly FollowedFix[] = [
  ['log-group-declared', 'Pass a logs.LogGroup to ecs.LogDrivers.awsLogs',
    override(WORKER, 'AWS::ECS::TaskDefinition', 'ContainerDefinitions.0.LogConfiguration.Options.awslogs-group', '/ecs/shop').declare, ownLogGroup],
  ['restarts-have-alarm', 'Create a cloudwatch.Alarm on the metric RestartCount of the namespace ECS/ContainerInsights',
    restarted, spoil(restarted, watchRestarts).declare],
  ['service-waits-for-needs', 'Call service.node.addDependency(taskDefinition.obtainExecutionRole(), cluster).',
    waiting(() => []), waiting((task, cluster) => [task.obtainExecutionRole(), cluster])],
];
