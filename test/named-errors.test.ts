import { App, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { declareIn, imageIn } from './service/declare';
import { FargateHardening, HardenedFargateTask, SharedLoadBalancer, StopAnalyzer, StopEvidence, StopReaderRole } from '../src/index';

const newStack = () => new Stack(new App({ treeMetadata: false }), 'Shop');

const caught = (declare: () => unknown): Error => {
  try {
    declare();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
};

test.each<[string, string, (stack: Stack) => unknown]>([
  ['a service', "[Shop/Web] 'cpu' is 300, but", stack => declareIn(stack, { cpu: 300 })],
  ['a task', "[Shop/Report] 'cpu' is 300, but", stack => new HardenedFargateTask(stack, 'Report', { image: imageIn(stack), cpu: 300 })],
  ['a sidecar', "[Shop/Web] 'memoryLimitMiB' of the container 'proxy' is 4096, but", stack =>
    declareIn(stack).addSidecar('proxy', { image: imageIn(stack), memoryLimitMiB: 4096 })],
  ['a shared load balancer', "[Shop/Shared] 'certificates' is not set, but", stack => new SharedLoadBalancer(stack, 'Shared', { internetFacing: true })],
  ['a stop analyzer', "[Shop/Analyzer] 'messagesPerMinute' is 0, but", stack => new StopAnalyzer(stack, 'Analyzer', { messagesPerMinute: 0 })],
  ['a reader role', "[Shop/Reader] 'evidence' is StopEvidence.NONE, but", stack =>
    new StopReaderRole(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal(), evidence: StopEvidence.NONE })],
  ['a service of the CDK that is hardened', "[Shop/Plain] 'drainTime' is 600 seconds, but", stack => {
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    new ecs.FargateService(stack, 'Plain', { cluster, taskDefinition }).with(new FargateHardening({ drainTime: Duration.minutes(10) }));
  }],
])('an error of the props of %s begins with its path, in the message and in what Node prints', (_, words, declare) => {
  const { message, stack } = caught(() => declare(newStack()));
  expect(message.slice(0, words.length)).toBe(words);
  expect(stack).toContain(words);
});

test('an error that names the construct already names it once', () => {
  const { message } = caught(() => declareIn(newStack(), { vpcSubnets: { subnets: [ec2.Subnet.fromSubnetId(newStack(), 'Subnet', 'subnet-1')] } }));
  expect(message.match(/Shop\/Web/g)).toHaveLength(1);
});
