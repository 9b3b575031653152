import { App, Aspects, type CfnResource, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { faults, judgementOf } from './judged';
import { boundedLog, mountForExec, PlainService } from './plain-service';
import { FargateGuardrails } from '../../src/guardrails/plugin/fargate-guardrails';

/** Declares services in a stack of their own. */
export type Declare = (scope: Construct, vpc: ec2.IVpc) => void;

/** Changes the good service after it was declared. */
export const changed = (change: (service: PlainService) => void): Declare => (scope, vpc) => change(new PlainService(scope, 'Plain', { vpc }));

/** Changes resources of a class when everything is declared, as an organization's Aspect does. */
export const byAspect = <T extends Construct>(
  type: abstract new (...args: never[]) => T, change: (resource: T) => void, declare: Declare = withService({}),
): Declare => (scope, vpc) => {
  declare(scope, vpc);
  Aspects.of(scope).add({ visit: node => void (node instanceof type && change(node)) });
};

/** The good service with another prop. */
export const withContainer = (container: Partial<ecs.ContainerDefinitionOptions>): Declare =>
  (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, container });

export const withService = (service: Partial<ecs.FargateServiceProps>): Declare =>
  (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, service });

export const withTask = (task: ecs.FargateTaskDefinitionProps): Declare => (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, task });

/** The good service with another container beside the application, which waits for nothing. */
export const withSidecar = (sidecar: Partial<ecs.ContainerDefinitionOptions>, change: (parts: { readonly sidecar: ecs.ContainerDefinition } & Pick<PlainService, 'container' | 'service'>) => void = () => undefined): Declare =>
  (scope, vpc) => {
    const { task, container, service } = new PlainService(scope, 'Plain', { vpc, task: { memoryLimitMiB: 1024 } });
    const added = task.addContainer('sidecar', {
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/envoy/envoy:v1.35.0'),
      logging: boundedLog('sidecar'),
      memoryLimitMiB: 128,
      user: '65532:65532',
      readonlyRootFilesystem: true,
      linuxParameters: new ecs.LinuxParameters(scope, 'SidecarParameters', { initProcessEnabled: true }),
      stopTimeout: Duration.seconds(30),
      ...sidecar,
    });
    mountForExec(added);
    change({ container, service, sidecar: added });
  };

/** Changes the good service where no construct has a prop for it. */
export const override = (resource: CfnResource, path: string, value: unknown): void => resource.addPropertyOverride(path, value);

interface LowLevel {
  readonly container?: Partial<ecs.CfnTaskDefinition.ContainerDefinitionProperty>;
  readonly service?: Partial<ecs.CfnServiceProps>;
  readonly task?: Partial<ecs.CfnTaskDefinitionProps>;
}

const LOG_OPTIONS = {
  'awslogs-group': 'shop',
  'awslogs-region': 'eu-west-1',
  'awslogs-stream-prefix': 'shop',
  'mode': 'non-blocking',
  'max-buffer-size': '25m',
};

/** A service of resources that know nothing of each other, except for what CloudFormation needs. */
export const lowLevel = ({ container, service, task }: LowLevel): Declare => (scope, vpc) => {
  new logs.CfnLogGroup(scope, 'ShopLogs', { logGroupName: LOG_OPTIONS['awslogs-group'], retentionInDays: 30 });
  const definition = new ecs.CfnTaskDefinition(scope, 'Task', {
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/made-elsewhere',
    containerDefinitions: [{
      name: 'app',
      image: 'ghcr.io/example/shop:1.2.3',
      stopTimeout: 60,
      memory: 512,
      user: '65532:65532',
      readonlyRootFilesystem: true,
      logConfiguration: { logDriver: 'awslogs', options: LOG_OPTIONS },
      ...container,
    }],
    ...task,
  });
  new ecs.CfnService(scope, 'Service', {
    desiredCount: 2,
    capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }],
    enableEcsManagedTags: true,
    propagateTags: 'SERVICE',
    taskDefinition: definition.ref,
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    networkConfiguration: { awsvpcConfiguration: { subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId) } },
    ...service,
  });
};

/** Judges each in a stack of its own, all in one app; tells which rules were broken in a stack. */
export function judgedTogether(declarations: Readonly<Record<string, Declare>>): (stack: string) => readonly string[] {
  const app = new App({ treeMetadata: false });
  Validations.of(app).addPlugins(new FargateGuardrails());
  const vpc = new ec2.Vpc(new Stack(app, 'Network'), 'Vpc', { natGateways: 1 });
  for (const [name, declare] of Object.entries(declarations)) declare(new Stack(app, name), vpc);
  const found = faults(judgementOf(app));
  return stack => found.filter(fault => fault.split(' ')[1].startsWith(`${stack}/`)).map(fault => fault.split(' ')[0]);
}

/** What a way to break a rule is called as a stack. */
export const stackOf = (rule: string, way: string): string => `${rule}-by-${way.replace(/\W+/g, '-')}`;

/** Judges all ways to break a rule, and all sound ways, in one app. */
export const judgedWays = (
  broken: readonly (readonly [rule: string, way: string, declare: Declare])[],
  sound: readonly (readonly [way: string, declare: Declare])[],
): (stack: string) => readonly string[] => judgedTogether(Object.fromEntries([
  ...broken.map(([rule, way, declare]) => [stackOf(rule, way), declare] as const),
  ...sound.map(([way, declare]) => [stackOf('sound', way), declare] as const),
]));
