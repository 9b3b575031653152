import { CfnResource, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { judgeByGuardrails } from '../../../src/guardrails/plugin/register-guardrails';
import { faults, type Judgement, judged } from '../judged';
import { PlainService } from '../plain-service';

const plainService = (stack: Stack): PlainService => new PlainService(stack, 'Plain', { vpc: new ec2.Vpc(stack, 'Vpc') });

/** A task that runs each night in the subnets of a kind. */
function nightly(stack: Stack, subnetType: ec2.SubnetType, assignPublicIp?: boolean): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'a', subnetType: ec2.SubnetType.PUBLIC }, { name: 'b', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1') });
  new events.Rule(stack, 'Nightly', { schedule: events.Schedule.cron({ hour: '3' }) }).addTarget(new targets.EcsTask({
    cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, assignPublicIp, subnetSelection: { subnetType },
  }));
}

const ofRule = (judgement: Judgement): readonly string[] => faults(judgement).filter(fault => fault.includes('S/Nightly'));

test('where something else than a service starts tasks, their network is judged', () => {
  expect(ofRule(judged(stack => nightly(stack, ec2.SubnetType.PUBLIC, false)))).toEqual(['public-subnet-needs-public-ip S/Nightly/Resource']);
  expect(ofRule(judged(stack => nightly(stack, ec2.SubnetType.PRIVATE_ISOLATED)))).toEqual(['network-reaches-ecr S/Nightly/Resource']);
  expect(ofRule(judged(stack => nightly(stack, ec2.SubnetType.PUBLIC, true)))).toEqual(['no-public-ip S/Nightly/Resource']);
});

test('what is made at deployment only is named as not judged, and stops nothing', () => {
  const judgement = judged(stack => stack.addTransform('Acme::Macro'));
  expect(faults(judgement)).toEqual(['not-judged S']);
  expect(judgement).toMatchObject({ conclusion: 'success', violations: [{ severity: 'warning' }] });
});

test('a capacity provider that nobody knows lets no service for Fargate through', () => {
  const declare = (stack: Stack) => {
    const { cfnService } = plainService(stack);
    cfnService.addPropertyOverride('CapacityProviderStrategy', [{ CapacityProvider: 'shared', Weight: 1 }]);
    cfnService.addPropertyDeletionOverride('LaunchType');
    cfnService.addPropertyOverride('DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', false);
  };
  expect(faults(judged(declare))).toContain('circuit-breaker S/Plain/Service/Service');
});

test('a service on EC2 is nobody\'s business, unless it is a part of what always runs on Fargate', () => {
  const onInstances = (stack: Stack): PlainService => {
    const plain = plainService(stack);
    plain.cfnService.addPropertyDeletionOverride('CapacityProviderStrategy');
    plain.cfnService.addPropertyOverride('LaunchType', 'EC2');
    return plain;
  };
  expect(faults(judged(stack => void onInstances(stack)))).toEqual([]);
  const adopted = judged(stack => judgeByGuardrails(onInstances(stack)));
  expect(faults(adopted)).toEqual(['not-judged S/Plain/Service/Service']);
  expect(adopted.conclusion).toBe('failure');
});

test('a nested template that is not in the app is named', () => {
  const nested = (stack: Stack) => new CfnResource(stack, 'Nested', { type: 'AWS::CloudFormation::Stack', properties: { TemplateURL: 'https://a' } });
  expect(faults(judged(nested))).toEqual(['not-judged S/Nested']);
});
