import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { certificateIn, idsOf, imageIn, newStack, only } from './declare';
import { FargateHardening, type FargateHardeningProps } from '../../src/index';
import { lostTypes, type Template as Compared } from '../updates/replaced';

/** A plain service behind a load balancer, as the CDK makes it. */
function plain(stack: Stack, differences: Partial<ecs.FargateServiceProps> = {}): ecs.FargateService {
  const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 1 });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    cpu: 256, memoryLimitMiB: 512, runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.X86_64 },
  });
  taskDefinition.addContainer('web', {
    image: imageIn(stack), portMappings: [{ containerPort: 8080 }], logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }),
  });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster: new ecs.Cluster(stack, 'Cluster', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED }), taskDefinition, desiredCount: 2, ...differences,
  });
  new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc }).addListener('Listener', { port: 80, open: false })
    .addTargets('Web', { port: 80, targets: [service] });
  return service;
}

function synthesized(props?: FargateHardeningProps, differences?: Partial<ecs.FargateServiceProps>): Template {
  const stack = newStack(new App());
  const service = plain(stack, differences);
  if (props) service.with(new FargateHardening(props));
  return Template.fromStack(stack);
}

const BEFORE = synthesized();
const AFTER = synthesized({});

describe('a service of the CDK that is hardened afterwards', () => {
  test('loses and replaces nothing', () => {
    expect(lostTypes(BEFORE.toJSON() as Compared, AFTER.toJSON() as Compared)).toEqual([]);
  });

  test('is rolled back by the circuit breaker and by errors, and keeps all of its tasks', () => {
    const { DeploymentConfiguration: deployment } = only(AFTER, 'AWS::ECS::Service');
    expect(deployment).toMatchObject({
      DeploymentCircuitBreaker: { Enable: true, Rollback: true }, MinimumHealthyPercent: 100, Alarms: { Enable: true, Rollback: true },
    });
    expect(JSON.stringify(deployment.Alarms.AlarmNames)).toContain('DeploymentErrors');
  });

  test('is rolled back by the errors of each of its target groups', () => {
    const stack = newStack(new App());
    const service = plain(stack);
    new elbv2.ApplicationLoadBalancer(stack, 'Second', { vpc: service.cluster.vpc }).addListener('Listener', { port: 80, open: false })
      .addTargets('Web', { port: 80, targets: [service] });
    service.with(new FargateHardening());
    const { DeploymentConfiguration: { Alarms: { AlarmNames: names } } } = only(Template.fromStack(stack), 'AWS::ECS::Service');
    expect(names).toHaveLength(2);
  });

  test('has the grace period, tags and zones of a hardened one', () => {
    expect(only(AFTER, 'AWS::ECS::Service')).toMatchObject({
      HealthCheckGracePeriodSeconds: 120, EnableECSManagedTags: true, PropagateTags: 'SERVICE', AvailabilityZoneRebalancing: 'ENABLED',
    });
  });

  test('has containers with an init process and a stop timeout, and their root as it was', () => {
    const [container] = only(AFTER, 'AWS::ECS::TaskDefinition').ContainerDefinitions;
    expect(container).toMatchObject({ StopTimeout: 30, LinuxParameters: { InitProcessEnabled: true } });
    expect(container).not.toHaveProperty('ReadonlyRootFilesystem');
  });

  test('has alarms, and an analyzer that watches it', () => {
    expect(idsOf(AFTER, 'AWS::CloudWatch::Alarm').join()).toMatch(/CpuHigh.*NoHealthyTarget|NoHealthyTarget.*CpuHigh/);
    expect(idsOf(AFTER, 'AWS::CloudWatch::CompositeAlarm')).toHaveLength(1);
    expect(JSON.stringify(AFTER.findResources('AWS::Events::Rule'))).toContain('taskDefinitionArn');
  });
});

test('what its author has stated stays', () => {
  const { DeploymentConfiguration: deployment, HealthCheckGracePeriodSeconds: grace } = only(
    synthesized({}, { minHealthyPercent: 75, healthCheckGracePeriod: undefined, propagateTags: ecs.PropagatedTagSource.TASK_DEFINITION }), 'AWS::ECS::Service',
  );
  expect([deployment.MinimumHealthyPercent, grace]).toEqual([75, 120]);
});

test('a read-only root is for those who ask for it', () => {
  const [container] = only(synthesized({ readonlyRootFilesystem: true }), 'AWS::ECS::TaskDefinition').ContainerDefinitions;
  expect(container.ReadonlyRootFilesystem).toBe(true);
});

test('every service of an app can be given it, those of aws-ecs-patterns included', () => {
  const stack = newStack(new App());
  new patterns.ApplicationLoadBalancedFargateService(stack, 'Patterns', {
    certificate: certificateIn(stack),
    minHealthyPercent: 100,
    taskImageOptions: { image: imageIn(stack), containerPort: 8080 },
    runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.X86_64 },
  });
  stack.with(new FargateHardening());
  const template = Template.fromStack(stack);
  expect(only(template, 'AWS::ECS::Service').DeploymentConfiguration.DeploymentCircuitBreaker).toEqual({ Enable: true, Rollback: true });
  expect(idsOf(template, 'AWS::CloudWatch::CompositeAlarm')).toHaveLength(1);
});

test('it supports services on Fargate, and nothing else', () => {
  const stack = newStack();
  const service = plain(stack);
  const constructs = [service, stack, service.cluster, service.taskDefinition];
  expect(constructs.map(construct => new FargateHardening().supports(construct))).toEqual([true, false, false, false]);
});

test('the guardrails judge it as any other service: what it cannot turn on is found', () => {
  const stack = newStack(new App());
  plain(stack, { assignPublicIp: true, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS } }).with(new FargateHardening());
  const printed: string[] = [];
  const spy = jest.spyOn(console, 'error').mockImplementation((text: unknown) => { printed.push(String(text)); });
  Template.fromStack(stack);
  spy.mockRestore();
  expect(printed.join('\n')).toContain('HardenedFargate::read-only-root');
});
