import { App, CfnOutput, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StopAnalyzer } from 'hardened-fargate';

// Has not run against AWS: it is synthesized, and deployed in an emulator (docs/EMULATED.md).
//
// Run the task once in a public subnet; the queue holds one message of the cause app/dependency-unreachable. Run it three times
// more; the queue holds the same one, and the incidents list and the widget of the dashboard count four.
const stack = new Stack(new App(), 'IntegAnalyzer');

const vpc = new Vpc(stack, 'Vpc', { maxAzs: 2, natGateways: 0, subnetConfiguration: [{ name: 'Public', subnetType: SubnetType.PUBLIC }] });
const cluster = new Cluster(stack, 'Cluster', { vpc });
const crash = new FargateTaskDefinition(stack, 'Crash');
crash.addContainer('app', {
  image: ContainerImage.fromRegistry('public.ecr.aws/docker/library/busybox:1.37'),
  command: ['sh', '-c', 'echo "Error: connect ECONNREFUSED 10.0.3.17:5432"; exit 1'],
  logging: LogDrivers.awsLogs({ streamPrefix: 'app' }),
});

const analyzer = new StopAnalyzer(stack, 'StopAnalyzer', { cluster, removalPolicy: RemovalPolicy.DESTROY });
const told = new Queue(stack, 'Told');
analyzer.topic.addSubscription(new SqsSubscription(told, { rawMessageDelivery: true }));

const dashboard = new Dashboard(stack, 'Dashboard', { widgets: [[analyzer.incidentsWidget()]] });

new CfnOutput(stack, 'ClusterName', { value: cluster.clusterName });
new CfnOutput(stack, 'TaskDefinition', { value: crash.taskDefinitionArn });
new CfnOutput(stack, 'Subnet', { value: vpc.publicSubnets[0].subnetId });
new CfnOutput(stack, 'DashboardName', { value: dashboard.dashboardName });
new CfnOutput(stack, 'TopicArn', { value: analyzer.topic.topicArn });
new CfnOutput(stack, 'ToldUrl', { value: told.queueUrl });
new CfnOutput(stack, 'StopsUrl', { value: analyzer.queue.queueUrl });
new CfnOutput(stack, 'DeadLettersUrl', { value: analyzer.deadLetterQueue.queueUrl });
