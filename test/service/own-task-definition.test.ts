import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { type Differences, idsOf, imageIn, newStack, only } from './declare';
import { declaredProps } from './declared-props';
import { Deployment, HardenedFargateService, LoadBalancing } from '../../src/index';

const LOGGED = { logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }) };

function plainTaskIn(stack: Stack, options: Partial<ecs.ContainerDefinitionOptions> = LOGGED): ecs.FargateTaskDefinition {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Own', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('proxy', { image: imageIn(stack), portMappings: [{ containerPort: 9000 }] });
  taskDefinition.addContainer('web', { image: imageIn(stack), portMappings: [{ containerPort: 8080 }], ...options });
  return taskDefinition;
}

const WEB: Differences = { containerPort: 8080, loadBalancing: LoadBalancing.internal() };

/** The service, and what the guardrails said of it. */
function runs(differences: Differences = WEB, options?: Partial<ecs.ContainerDefinitionOptions>) {
  const stack = newStack(new App());
  const said = jest.spyOn(console, 'error').mockImplementation(() => {});
  const service = new HardenedFargateService(stack, 'Web', { taskDefinition: plainTaskIn(stack, options), ...differences });
  const template = Template.fromStack(stack);
  const words = said.mock.calls.flat().join('\n');
  said.mockRestore();
  return { service, template, words };
}

const { service, template, words } = runs();

describe('a task definition of your own', () => {
  test('is used as it is', () => {
    const stack = newStack(new App());
    plainTaskIn(stack);
    const alone = only(Template.fromStack(stack), 'AWS::ECS::TaskDefinition');
    expect(only(template, 'AWS::ECS::TaskDefinition')).toEqual(alone);
    expect(only(template, 'AWS::ECS::Service').TaskDefinition).toEqual({ Ref: expect.stringMatching(/^Own/) });
  });

  test('is reached at the container with the port of the application', () => {
    expect(only(template, 'AWS::ECS::Service').LoadBalancers).toMatchObject([{ ContainerName: 'web', ContainerPort: 8080 }]);
    expect(service.container.containerName).toBe('web');
  });

  test('has the service hardened around it: network, deployment, alarms', () => {
    expect(only(template, 'AWS::ECS::Service')).toMatchObject({
      DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true }, MinimumHealthyPercent: 100, Alarms: { Enable: true } },
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
      HealthCheckGracePeriodSeconds: 120,
    });
    expect(service.alarms.length).toBeGreaterThan(5);
  });

  test('brings its roles and its log, and no others are made', () => {
    expect(service.taskRole).toBe(service.taskDefinition.taskRole);
    expect(idsOf(template, 'AWS::IAM::Role').filter(id => /^Web(TaskRole|ExecutionRole)/.test(id))).toEqual([]);
    expect(idsOf(template, 'AWS::Logs::LogGroup').filter(id => id.startsWith('WebLogGroup'))).toEqual([]);
    expect(idsOf(template, 'AWS::EC2::VPCEndpoint').filter(id => /Ecr|Logs/.test(id)).length).toBeGreaterThan(0);
  });

  test('is watched by the analyzer, by the service', () => {
    expect(JSON.stringify(template.findResources('AWS::Events::Rule'))).toContain(':task-definition/ShopOwn');
  });

  test('is judged as far as it is known: what it lacks is a warning, because nothing was promised of it', () => {
    expect(words).toMatch(/WARNING[^\n]*root file ?system/i);
    expect(words).not.toMatch(/ERROR/);
  });

  test('may write its log elsewhere', () => {
    const { service: { logGroup } } = runs(WEB, {});
    expect(logGroup.node.path).toBe('Shop/Web/LogGroup');
  });

  test('gets sidecars, and deployments that move requests', () => {
    const stack = newStack(new App());
    const moved = new HardenedFargateService(stack, 'Web', { taskDefinition: plainTaskIn(stack), ...WEB, deployment: Deployment.canary() });
    moved.addSidecar('agent', { image: imageIn(stack), memoryLimitMiB: 128 });
    const synthesized = Template.fromStack(stack);
    const { ContainerDefinitions: containers } = only(synthesized, 'AWS::ECS::TaskDefinition');
    expect(containers.map(({ Name }: { Name: string }) => Name)).toEqual(['proxy', 'web', 'agent']);
    expect(only(synthesized, 'AWS::ECS::Service').LoadBalancers[0].AdvancedConfiguration).toBeDefined();
  });

  test('is the default container of a worker', () => {
    expect(runs({}).service.container.containerName).toBe('proxy');
  });
});

const CONFIGURES_THE_SERVICE = [
  'alarmTopic', 'alarms', 'capacity', 'cluster', 'containerPort', 'deployment', 'desiredCount', 'drainTime', 'enableExecuteCommand', 'loadBalancing',
  'removalPolicy', 'scaling', 'securityGroups', 'serviceName', 'startupTime', 'stopAnalysis', 'taskDefinition', 'vpc', 'vpcEndpoints', 'vpcSubnets',
];

test.each(declaredProps().filter(prop => !CONFIGURES_THE_SERVICE.includes(prop)))('refuses %s beside it, and says where to state it', prop => {
  const stack = newStack(new App());
  expect(() => new HardenedFargateService(stack, 'Web', { taskDefinition: plainTaskIn(stack), [prop]: [] })).toThrow(
    `'taskDefinition' and '${prop}' are both set, but your own task definition is used without changes; remove '${prop}', and set it where`,
  );
});

test('a service needs one of both', () => {
  expect(() => new HardenedFargateService(newStack(new App()), 'Web', {})).toThrow("'image' is not set, but it is required without 'taskDefinition'");
});

test.each([
  [{ containerPort: 1 }, "'taskDefinition' 'Shop/Own' has no container with port 1, which is 'containerPort'"],
])('a container that is not there is refused: %j', (differences, message) => {
  expect(() => runs(differences)).toThrow(message);
});

test('a task definition without containers is refused', () => {
  const stack = newStack(new App());
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Own');
  expect(() => new HardenedFargateService(stack, 'Web', { taskDefinition })).toThrow("'taskDefinition' 'Shop/Own' has no essential container");
});
