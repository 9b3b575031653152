import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { synthesized, templatesOf } from './templates-of';
import { UNKNOWN } from '../../src/facts/model/fact';
import type { ServiceFacts } from '../../src/facts/model/service';
import type { TaskFacts } from '../../src/facts/model/task';
import { readServices } from '../../src/facts/readers/service';

describe('a service of ecs-patterns with every setting', () => {
  let service: ServiceFacts;
  let task: TaskFacts;

  beforeAll(() => {
    [service] = readServices(synthesized(stack => {
      const { service: web } = new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
        vpc: new ec2.Vpc(stack, 'Vpc'),
        circuitBreaker: { enable: true, rollback: true },
        healthCheckGracePeriod: Duration.seconds(90),
        enableExecuteCommand: true,
        taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx:1.27'), environment: { STAGE: 'test', SIZE: new CfnParameter(stack, 'Size').valueAsString } },
      });
      (web.node.defaultChild as ecs.CfnService).addPropertyOverride('DesiredCount', '3');
    }));
    task = service.task as TaskFacts;
  });

  test('tells how it is deployed, overrides included', () => {
    expect(service).toMatchObject({
      at: { path: 'S/Web/Service/Service', property: 'Properties' },
      deploymentController: 'ECS',
      circuitBreaker: { enable: true, rollback: true },
      healthCheckGracePeriodSeconds: 90,
      enableExecuteCommand: true,
      desiredCount: 3,
    });
  });

  test('tells what CloudFormation will do where nobody said anything', () => {
    expect(service.targetGroups).toMatchObject([{ targetType: 'ip', port: 80, healthCheckIntervalSeconds: 30, unhealthyThreshold: 2 }]);
  });

  test('tells what its task is made of, and where each part is declared', () => {
    expect(task).toMatchObject({ cpu: 256, memoryMiB: 512, unsupportedParameters: [] });
    expect(task.containers).toMatchObject([{
      at: { path: 'S/Web/TaskDef/Resource', property: 'Properties.ContainerDefinitions.0' },
      name: 'web',
      image: { reference: 'nginx:1.27', registry: 'docker-hub', tag: '1.27' },
      essential: true,
      environment: [{ name: 'STAGE', value: 'test' }, { name: 'SIZE', value: UNKNOWN }],
      portMappings: [{ containerPort: 80 }],
      logConfiguration: { driver: 'awslogs', options: { 'awslogs-stream-prefix': 'Web' } },
      healthCheck: undefined,
      stopTimeoutSeconds: undefined,
    }]);
  });

  test('tells its two roles apart', () => {
    expect(task.executionRole).not.toEqual(task.taskRole);
  });
});

test('things that were made elsewhere are unknown, and the service is read all the same', () => {
  const [service] = readServices(templatesOf({
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        LaunchType: 'FARGATE',
        Cluster: 'shared',
        TaskDefinition: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
        LoadBalancers: [{ ContainerName: 'web', ContainerPort: 80, TargetGroupArn: { 'Fn::ImportValue': 'TargetGroup' } }],
      },
    },
  }));
  expect(service).toMatchObject({ cluster: UNKNOWN, task: UNKNOWN, targetGroups: UNKNOWN, circuitBreaker: undefined, enableExecuteCommand: false });
});

test('both target groups of a blue/green deployment belong to the service', () => {
  const group = (port: number) => ({ Type: 'AWS::ElasticLoadBalancingV2::TargetGroup', Properties: { Port: port } });
  const [service] = readServices(templatesOf({
    Blue: group(1),
    Green: group(2),
    Service: {
      Type: 'AWS::ECS::Service',
      Properties: {
        LaunchType: 'FARGATE',
        LoadBalancers: [{ TargetGroupArn: { Ref: 'Blue' }, AdvancedConfiguration: { AlternateTargetGroupArn: { Ref: 'Green' } } }],
      },
    },
  }));
  expect(service.targetGroups).toMatchObject([{ port: 1, targetType: 'instance' }, { port: 2 }]);
});
