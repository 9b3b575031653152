import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerImage, FargateService, FargateTaskDefinition, LogDrivers } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StopAnalyzer } from '../../src/analyzer/stop-analyzer';
import { propertiesOf } from '../found';

test('two hundred services fit into the policies of one role, which hold 10,240 characters together', () => {
  const stack = new Stack(new App({ context: { '@aws-cdk/core:stackResourceLimit': 0 } }), 'Shop');
  const cluster = new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') });
  const services = [...Array(200).keys()].map(number => {
    const taskDefinition = new FargateTaskDefinition(stack, `Task${number}`);
    const logging = LogDrivers.awsLogs({ streamPrefix: 'web', logGroup: LogGroup.fromLogGroupName(stack, `Log${number}`, `/ecs/web-${number}`) });
    taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('web:1'), logging });
    return new FargateService(stack, `Web${number}`, { cluster, taskDefinition });
  });
  const watch = new Stack(stack.node.root, 'Watch');
  new StopAnalyzer(watch, 'StopAnalyzer', { services });
  const policies = propertiesOf(Template.fromStack(watch), 'AWS::IAM::Policy');
  expect(JSON.stringify(policies.map(({ PolicyDocument }) => PolicyDocument)).length).toBeLessThan(10_240);
});
