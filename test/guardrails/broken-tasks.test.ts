import { join } from 'node:path';
import { App, CfnParameter, Duration, Lazy, Stack } from 'aws-cdk-lib';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { forwardFromElsewhere, PlainService } from './plain-service';
import { byAspect, changed, type Declare, judgedWays, lowLevel, override, stackOf, withContainer, withSidecar, withTask } from './ways-to-break';

const FOLDER = join(__dirname, 'corpus', 'image');
const ARM = { runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX } };
const imageFor = (platform: assets.Platform) => ({ image: ecs.ContainerImage.fromAsset(FOLDER, { platform }) });

const variables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`SETTING_${index}`, 'x']));
const check = (given: Partial<ecs.HealthCheck>) => withContainer({ healthCheck: { command: ['CMD', 'true'], startPeriod: Duration.seconds(30), ...given } });
const containerOverride = (path: string, value: unknown) => changed(({ cfnTask }) => override(cfnTask, `ContainerDefinitions.0.${path}`, value));
const awslogs = (options: ecs.AwsLogDriverProps) => withContainer({ logging: ecs.LogDrivers.awsLogs(options) });
const bounded = { streamPrefix: 'shop', mode: ecs.AwsLogDriverMode.BLOCKING, logRetention: logs.RetentionDays.ONE_WEEK };
const options = { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'shop' };

const filesInTheClear = (authorizationConfig?: ecs.AuthorizationConfig): Declare => changed(({ task, container }) => {
  task.addVolume({ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', authorizationConfig } });
  container.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
});

const wait = (condition: ecs.ContainerDependencyCondition): Declare =>
  withSidecar({}, ({ container, sidecar }) => container.addContainerDependencies({ container: sidecar, condition }));

const circle: Declare = withSidecar({}, ({ container, sidecar }) => {
  container.addContainerDependencies({ container: sidecar, condition: ecs.ContainerDependencyCondition.START });
  sidecar.addContainerDependencies({ container, condition: ecs.ContainerDependencyCondition.START });
});

/** A second server beside the application, of which the task does not mind when it dies. */
const dispensable: Partial<ecs.ContainerDefinitionOptions> = { essential: false, portMappings: [{ containerPort: 9090 }] };
const dispensableServer: Declare = withSidecar(dispensable, ({ service, sidecar: { containerName } }) =>
  void forwardFromElsewhere(service, new elbv2.ApplicationTargetGroup(service, 'Second', {
    vpc: service.cluster.vpc,
    port: 9090,
    protocol: elbv2.ApplicationProtocol.HTTP,
    deregistrationDelay: Duration.seconds(60),
    targets: [service.loadBalancerTarget({ containerName, containerPort: 9090 })],
  })));

/** Every way in which people break a rule about tasks and containers, tried in one app. */
const BROKEN: readonly (readonly [rule: string, way: string, declare: Declare])[] = [
  ['fargate-task-size', 'prop', withTask({ cpu: 256, memoryLimitMiB: 4096 })],
  ['fargate-task-size', 'override', changed(({ cfnTask }) => override(cfnTask, 'Cpu', '300'))],
  ['fargate-task-size', 'units', lowLevel({ task: { cpu: '1 vCPU', memory: '16GB' } })],
  ['fargate-task-size', 'Windows', lowLevel({ task: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } } })],
  ['container-memory-fits', 'prop', withContainer({ memoryLimitMiB: 1024 })],
  ['container-memory-fits', 'override', containerOverride('MemoryReservation', 600)],
  ['container-memory-fits', 'sidecar', withSidecar({ memoryLimitMiB: 2048 })],
  ['container-memory-limit', 'prop', withSidecar({ memoryLimitMiB: undefined, memoryReservationMiB: 64 })],
  ['container-memory-limit', 'override', withSidecar({}, ({ container: { taskDefinition } }) =>
    (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyDeletionOverride('ContainerDefinitions.0.Memory'))],
  ['log-delivery-mode', 'prop', awslogs({ streamPrefix: 'shop', logRetention: logs.RetentionDays.ONE_WEEK })],
  ['log-delivery-mode', 'prop without a buffer', awslogs({ ...bounded, mode: ecs.AwsLogDriverMode.NON_BLOCKING })],
  ['log-delivery-mode', 'override', changed(({ cfnTask }) => cfnTask.addPropertyDeletionOverride('ContainerDefinitions.0.LogConfiguration.Options.mode'))],
  ['log-delivery-mode', 'L1', lowLevel({ container: { logConfiguration: { logDriver: 'awslogs', options } } })],
  ['log-retention', 'prop', awslogs({ streamPrefix: 'shop', mode: ecs.AwsLogDriverMode.BLOCKING })],
  ['log-retention', 'override', changed(({ container }) => (container.node.findChild('LogGroup').node.defaultChild as logs.CfnLogGroup).addPropertyDeletionOverride('RetentionInDays'))],
  ['log-retention', 'Aspect', byAspect(logs.CfnLogGroup, group => void (group.retentionInDays = undefined))],
  ['image-not-rate-limited', 'prop', withContainer({ image: ecs.ContainerImage.fromRegistry('grafana/grafana:12.1.0') })],
  ['image-not-rate-limited', 'override', containerOverride('Image', 'grafana/grafana:12.1.0')],
  ['image-not-rate-limited', 'L1', lowLevel({ container: { image: 'docker.io/library/redis:8' } })],
  ['environment-fits', 'prop', withContainer({ environment: variables(101) })],
  ['environment-fits', 'override', containerOverride('Environment.0', { Name: 'SETTINGS', Value: 'x'.repeat(66_000) })],
  ['environment-fits', 'length', withContainer({ environment: { SETTINGS: 'x'.repeat(66_000) } })],
  ['environment-fits', 'late variables', changed(({ container }) => Object.entries(variables(99)).forEach(([name, value]) => container.addEnvironment(name, value)))],
  ['secret-reference-valid', 'prop', changed(({ container, secret }) => container.addSecret('TOKEN', ecs.Secret.fromSecretsManager(secret, 'token:AWSCURRENT')))],
  ['secret-reference-valid', 'prop for a version', changed(({ container, secret }) =>
    container.addSecret('TOKEN', ecs.Secret.fromSecretsManagerVersion(secret, { versionId: '0d7f3a52', versionStage: 'AWSCURRENT' }, 'token')))],
  ['secret-reference-valid', 'override', changed(({ cfnTask, secret }) =>
    override(cfnTask, 'ContainerDefinitions.0.Secrets.0.ValueFrom', { 'Fn::Join': ['', [secret.secretArn, ':password']] }))],
  ['essential-container', 'prop', dispensableServer],
  ['essential-container', 'L1', lowLevel({ container: { essential: false } })],
  ['essential-container', 'override on the one that serves', withSidecar({}, ({ container }) =>
    override(container.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition, 'ContainerDefinitions.0.Essential', false))],
  ['essential-container', 'override beside a sidecar with a port', withSidecar({ portMappings: [{ containerPort: 2000, protocol: ecs.Protocol.UDP }] }, ({ container }) =>
    override(container.taskDefinition.node.defaultChild as ecs.CfnTaskDefinition, 'ContainerDefinitions.0.Essential', false))],
  ['dependency-has-health-check', 'prop', wait(ecs.ContainerDependencyCondition.HEALTHY)],
  ['dependency-has-health-check', 'override', withSidecar({}, ({ container: { taskDefinition } }) =>
    override(taskDefinition.node.defaultChild as ecs.CfnTaskDefinition, 'ContainerDefinitions.0.DependsOn', [{ ContainerName: 'sidecar', Condition: 'HEALTHY' }]))],
  ['dependency-has-health-check', 'end of an essential container', wait(ecs.ContainerDependencyCondition.SUCCESS)],
  ['dependency-has-health-check', 'L1', lowLevel({ container: { dependsOn: [{ containerName: 'migration', condition: 'SUCCESS' }] } })],
  ['health-check-limits', 'override', changed(({ cfnTask }) =>
    override(cfnTask, 'ContainerDefinitions.0.HealthCheck', { Command: ['CMD', 'true'], StartPeriod: 30, Retries: 20 }))],
  ['health-check-limits', 'prop', check({ retries: 11 })],
  ['health-check-limits', 'L1', lowLevel({ container: { healthCheck: { command: ['CMD', 'true'], startPeriod: 30, interval: 4 } } })],
  ['health-check-start-period', 'prop', check({ startPeriod: undefined })],
  ['health-check-start-period', 'override', containerOverride('HealthCheck', { Command: ['CMD', 'true'] })],
  ['health-check-start-period', 'L1', lowLevel({ container: { healthCheck: { command: ['CMD', 'true'] } } })],
  ['non-root-user', 'prop', withContainer({ user: 'root' })],
  ['non-root-user', 'override', containerOverride('User', '0:0')],
  ['non-root-user', 'Dockerfile', (scope, vpc) =>
    void new PlainService(scope, 'Plain', { vpc, task: ARM, container: { ...imageFor(assets.Platform.LINUX_ARM64), user: undefined } })],
  ['read-only-root', 'prop', withContainer({ readonlyRootFilesystem: undefined })],
  ['read-only-root', 'override', containerOverride('ReadonlyRootFilesystem', false)],
  ['read-only-root', 'L1', lowLevel({ container: { readonlyRootFilesystem: false } })],
  ['exec-works-with-read-only-root', 'prop', changed(({ container }) =>
    container.addMountPoints(...container.mountPoints.splice(0).map(mount => ({ ...mount, containerPath: `/elsewhere${mount.containerPath}` }))))],
  ['exec-works-with-read-only-root', 'override', containerOverride('MountPoints.1.ContainerPath', '/elsewhere')],
  ['exec-works-with-read-only-root', 'read-only volume', containerOverride('MountPoints.1.ReadOnly', true)],
  ['exec-init-process', 'prop', withContainer({ linuxParameters: undefined })],
  ['exec-init-process', 'override', containerOverride('LinuxParameters.InitProcessEnabled', false)],
  ['platform-version-current', 'prop', (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, container: { secrets: undefined }, service: { platformVersion: ecs.FargatePlatformVersion.VERSION1_3 } })],
  ['platform-version-current', 'override', changed(({ cfnService }) => override(cfnService, 'PlatformVersion', '1.2.0'))],
  ['platform-version-current', 'Aspect', byAspect(ecs.CfnService, service => void (service.platformVersion = '1.0.0'))],
  ['platform-version-current', 'L1', lowLevel({ service: { platformVersion: '1.2.0' } })],
  ['efs-in-transit-encryption', 'prop', filesInTheClear()],
  ['efs-in-transit-encryption', 'override', changed(({ cfnTask }) =>
    override(cfnTask, 'Volumes.0.EFSVolumeConfiguration', { FilesystemId: 'fs-0123456789abcdef0' }))],
  ['efs-in-transit-encryption', 'IAM', filesInTheClear({ iam: 'ENABLED' })],
  ['architecture-stated', 'prop', withContainer(imageFor(assets.Platform.LINUX_ARM64))],
  ['architecture-stated', 'override', (scope, vpc) => {
    const { cfnTask } = new PlainService(scope, 'Plain', { vpc, task: ARM, container: imageFor(assets.Platform.LINUX_ARM64) });
    cfnTask.addPropertyDeletionOverride('RuntimePlatform');
  }],
  ['architecture-stated', 'silence', withContainer(imageFor(assets.Platform.LINUX_AMD64))],
];

/** Tasks that no rule may complain about. */
const SOUND: readonly (readonly [way: string, declare: Declare])[] = [
  ['a task whose size is a parameter', (scope, vpc) => {
    const size = (id: string) => new CfnParameter(scope, id, { type: 'Number' }).valueAsNumber;
    withTask({ cpu: size('Cpu'), memoryLimitMiB: size('Memory') })(scope, vpc);
  }],
  ['a task whose size has units', lowLevel({ task: { cpu: '.5 vCPU', memory: '1 GB' } })],
  ['a container whose user is settled late', withContainer({ user: Lazy.string({ produce: () => '1000' }) })],
  ['a container whose user is a parameter', (scope, vpc) => withContainer({ user: new CfnParameter(scope, 'User').valueAsString })(scope, vpc)],
  ['an image from elsewhere that may name its user', withContainer({ user: undefined })],
  ['a container that waits for the start of another one', wait(ecs.ContainerDependencyCondition.START)],
  ['a sidecar without a place for the agent of Exec', withSidecar({ readonlyRootFilesystem: true })],
  ['logs that go to Splunk', (scope, vpc) => withContainer({
    logging: ecs.LogDrivers.splunk({ url: 'https://splunk.example.com:8088', secretToken: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(scope, 'Token')) }),
  })(scope, vpc)],
  ['an image for ARM in a task for ARM', (scope, vpc) => void new PlainService(scope, 'Plain', { vpc, task: ARM, container: imageFor(assets.Platform.LINUX_ARM64) })],
];

const faultsOf = judgedWays([...BROKEN, ['dependency-has-health-check', 'circle', circle]], SOUND);

test.each(BROKEN)('%s, broken by %s, is found and nothing else with it', (rule, way) => {
  expect(faultsOf(stackOf(rule, way))).toEqual([rule]);
});

test('containers that wait for each other are one fault of their task definition', () => {
  expect(faultsOf(stackOf('dependency-has-health-check', 'circle'))).toEqual(['dependency-has-health-check']);
});

test.each(SOUND)('%s is found without fault', way => {
  expect(faultsOf(stackOf('sound', way))).toEqual([]);
});

test('the CDK itself refuses a task definition of which no prop makes a container essential', () => {
  const app = new App();
  const task = new ecs.FargateTaskDefinition(new Stack(app, 'S'), 'Task');
  task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3'), essential: false });
  new ecs.FargateService(task, 'Service', { cluster: new ecs.Cluster(task, 'Cluster'), taskDefinition: task });
  expect(() => app.synth()).toThrow('at least one essential container');
});
