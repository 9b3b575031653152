import { join } from 'node:path';
import { Duration, Size } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { FollowedFix } from './followed-fix';
import { HEALTH_CHECK, WITH_EXEC, WITH_SECRET, WITH_SIDECAR, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { clusterAuditedByLogs } from '../corpus/parts/exec';
import { natVpc } from '../corpus/parts/network';
import { soundService, taskWithContainer } from '../corpus/parts/service';
import { override, spoil } from '../corpus/parts/spoil';
import { boundedLogging, releasedImage, soundContainer, soundTask } from '../corpus/parts/task';

const FOLDER = join(__dirname, '..', 'corpus', 'image');
const TASK = 'AWS::ECS::TaskDefinition';
const X86 = { cpuArchitecture: ecs.CpuArchitecture.X86_64, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX };
const ARM = { ...X86, cpuArchitecture: ecs.CpuArchitecture.ARM64 };
const COMMAND_LINE = 'curl -f http://localhost/ || exit 1';

const container = (options: Partial<ecs.ContainerDefinitionOptions>): Declare => worker(() => ({ container: options }));
const checked = (check: Partial<ecs.HealthCheck>): Declare => container({ healthCheck: { ...HEALTH_CHECK, ...check } });
const awslogs = (options: Partial<ecs.AwsLogDriverProps>): Declare =>
  container({ logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH, mode: ecs.AwsLogDriverMode.BLOCKING, ...options }) });
const armImage = (runtimePlatform: ecs.RuntimePlatform): Declare => worker(() => ({
  task: { runtimePlatform }, container: { image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_ARM64 }) },
}));

/** A task of two containers. */
const pair = (
  app: Partial<ecs.ContainerDefinitionOptions>,
  other: Partial<ecs.ContainerDefinitionOptions>,
  change: (app: ecs.ContainerDefinition, other: ecs.ContainerDefinition) => void = () => undefined,
): Declare => stack => {
  const taskDefinition = soundTask(stack, { cpu: 512, memoryLimitMiB: 1024 });
  const first = soundContainer(stack, taskDefinition, app);
  const second = taskDefinition.addContainer('proxy', {
    image: releasedImage(stack),
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
    memoryLimitMiB: 256,
    logging: boundedLogging(stack, 'ProxyLogs'),
    ...other,
  });
  change(first, second);
  soundService(stack, { taskDefinition });
};

const wait = (condition: ecs.ContainerDependencyCondition, other: Partial<ecs.ContainerDefinitionOptions> = {}): Declare =>
  pair({}, other, (app, proxy) => app.addContainerDependencies({ container: proxy, condition }));

const settingsFile = (key: string): Declare => worker(stack => ({
  container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Settings', 'shop-settings'), key)] },
}));

const variables = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`SETTING_${index}`, 'x']));

const secret = (read: (token: secretsmanager.Secret) => ecs.Secret, environment: { [name: string]: string } = {}, name = 'TOKEN'): Declare => worker(stack => ({
  container: { environment, secrets: { [name]: read(new secretsmanager.Secret(stack, 'Token')) } },
}));

/** A worker for sessions, whose agent writes in volumes. */
const sessions = (options: Partial<ecs.ContainerDefinitionOptions>, paths: readonly string[]): Declare => stack => {
  const taskDefinition = taskWithContainer(stack, { container: options });
  paths.forEach((containerPath, index) => {
    taskDefinition.addVolume({ name: `agent${index}` });
    taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: `agent${index}`, containerPath, readOnly: false });
  });
  soundService(stack, { cluster: clusterAuditedByLogs(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
};

const AGENT_PATHS = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'];

/** Fixes in the container definitions of `ecs.FargateTaskDefinition`. */
export const CONTAINERS: readonly FollowedFix[] = [
  ['architecture-stated', 'runtimePlatform of ecs.FargateTaskDefinition, to the platform of ecs.ContainerImage.fromAsset', armImage(X86), armImage(ARM)],
  ['container-logging', 'Set logging: ecs.LogDrivers.awsLogs({ streamPrefix: …, logRetention: …, mode: … }) in addContainer.', container({ logging: undefined }),
    awslogs({ streamPrefix: 'app', logRetention: logs.RetentionDays.ONE_MONTH, mode: ecs.AwsLogDriverMode.BLOCKING })],
  ['container-memory-fits', 'lower memoryLimitMiB and memoryReservationMiB in addContainer', pair({}, { memoryLimitMiB: 2048 }), pair({}, { memoryLimitMiB: 512 })],
  ['container-cpu-fits', 'lower cpu in addContainer', override(WORKER, TASK, 'ContainerDefinitions.0.Cpu', 512).declare, container({ cpu: 256 })],
  ['container-memory-limit', 'Set memoryLimitMiB in addContainer', pair({}, { memoryLimitMiB: undefined, memoryReservationMiB: 64 }), pair({}, { memoryLimitMiB: 128, memoryReservationMiB: 64 })],
  ['dependency-has-health-check', 'Add a healthCheck to the other container in addContainer', wait(ecs.ContainerDependencyCondition.HEALTHY), wait(ecs.ContainerDependencyCondition.HEALTHY, { healthCheck: HEALTH_CHECK })],
  ['dependency-has-health-check', 'wait for START', wait(ecs.ContainerDependencyCondition.HEALTHY), wait(ecs.ContainerDependencyCondition.START)],
  ['dependency-has-health-check', 'set essential: false on a container that is meant to exit', wait(ecs.ContainerDependencyCondition.SUCCESS), wait(ecs.ContainerDependencyCondition.SUCCESS, { essential: false })],
  ['environment-file-valid', 'Rename the object in Amazon S3 to end in .env, and pass it in environmentFiles of addContainer.', settingsFile('production.txt'), settingsFile('production.env')],
  ['environment-fits', 'Keep only the variables that startup needs in environment', container({ environment: variables(101) }), container({ environment: variables(20) })],
  ['essential-container', 'Remove essential: false in addContainer for the container that does the work', override(WORKER, TASK, 'ContainerDefinitions.0.Essential', false).declare, container({ essential: undefined })],
  ['exec-init-process', 'Set linuxParameters in addContainer to new ecs.LinuxParameters(…, { initProcessEnabled: true }).', sessions({ linuxParameters: undefined }, AGENT_PATHS), WITH_EXEC],
  ['exec-works-with-read-only-root', 'Mount an empty volume on each of /managed-agents, /var/lib/amazon/ssm, /var/log/amazon/ssm with addVolume and addMountPoints.', sessions({}, []), sessions({}, AGENT_PATHS)],
  ['fargate-supports-parameters', 'Remove the parameter from the props of HardenedFargateService, addContainer', container({ privileged: true }), container({ privileged: undefined })],
  ['firelens-has-router', 'Call addFirelensLogRouter once on the task definition, and use ecs.LogDrivers.firelens in the other containers.',
    override(WORKER, TASK, 'ContainerDefinitions.0.LogConfiguration', { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch' } }).declare,
    stack => {
      const taskDefinition = soundTask(stack, { memoryLimitMiB: 1024 });
      soundContainer(stack, taskDefinition, { logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch' } }) });
      taskDefinition.addFirelensLogRouter('router', {
        image: ecs.ContainerImage.fromRegistry('public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0'),
        firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT },
        memoryLimitMiB: 64,
        user: '65532:65532',
        logging: boundedLogging(stack, 'RouterLogs'),
        readonlyRootFilesystem: true,
        stopTimeout: Duration.seconds(30),
      });
      soundService(stack, { taskDefinition });
    }],
  ['health-check-command', "use ['CMD-SHELL', 'curl -f http://localhost/ || exit 1']", checked({ command: ['CMD', COMMAND_LINE] }), checked({ command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] })],
  ['health-check-command', 'use CMD with the program and each argument as its own string', checked({ command: ['CMD', 'curl -f http://localhost/'] }), checked({ command: ['CMD', 'curl', '-f', 'http://localhost/'] })],
  ['health-check-limits', 'retries to 1–10', checked({ retries: 11 }), checked({ retries: 10 })],
  ['health-check-limits', 'set interval to 5–300 seconds', override(checked({}), TASK, 'ContainerDefinitions.0.HealthCheck.Interval', 4).declare, checked({ interval: Duration.seconds(6) })],
  ['health-check-start-period', 'startPeriod in healthCheck of addContainer', checked({ startPeriod: undefined }), checked({ startPeriod: Duration.seconds(30) })],
  ['image-not-rate-limited', 'use an image from ECR, a pull-through cache, or public.ecr.aws', container({ image: ecs.ContainerImage.fromRegistry('nginx:1.29') }), container({ image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') })],
  ['image-not-rate-limited', 'set credentials of ecs.ContainerImage.fromRegistry', container({ image: ecs.ContainerImage.fromRegistry('nginx:1.29') }),
    worker(stack => ({ container: { image: ecs.ContainerImage.fromRegistry('nginx:1.29', { credentials: new secretsmanager.Secret(stack, 'Account') }) } }))],
  ['image-pinned', 'a release tag', container({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop') }), container({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') })],
  ['image-pinned', 'use an asset (ecs.ContainerImage.fromAsset)', container({ image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop') }), container({ image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_AMD64 }) })],
  ['log-delivery-mode', 'Set mode: ecs.AwsLogDriverMode.NON_BLOCKING with maxBufferSize', awslogs({ mode: undefined }), awslogs({ mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25) })],
  ['log-delivery-mode', 'or BLOCKING, in ecs.LogDrivers.awsLogs', awslogs({ mode: undefined }), awslogs({ mode: ecs.AwsLogDriverMode.BLOCKING })],
  ['log-options-complete', 'Use ecs.LogDrivers.awsLogs with streamPrefix', spoil(WORKER, stack =>
    (stack.node.findChild('Task').node.defaultChild as ecs.CfnTaskDefinition).addPropertyDeletionOverride('ContainerDefinitions.0.LogConfiguration.Options.awslogs-stream-prefix')).declare, awslogs({ streamPrefix: 'app' })],
  ['log-retention', 'Set logGroup with a retention', awslogs({ logRetention: undefined }),
    worker(stack => ({ container: { logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', mode: ecs.AwsLogDriverMode.BLOCKING, logGroup: new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH }) }) } }))],
  ['log-retention', 'or logRetention, in ecs.LogDrivers.awsLogs', awslogs({ logRetention: undefined }), awslogs({ logRetention: logs.RetentionDays.ONE_MONTH })],
  ['mount-names-volume', 'Call addVolume on the task definition with the sourceVolume of addMountPoints as its name.',
    spoil(WORKER, stack => (stack.node.findChild('Task') as ecs.FargateTaskDefinition).defaultContainer?.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: false })).declare,
    spoil(WORKER, stack => {
      const task = stack.node.findChild('Task') as ecs.FargateTaskDefinition;
      task.defaultContainer?.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: false });
      task.addVolume({ name: 'cache' });
    }).declare],
  ['names-unique', 'Give each container and volume a unique name in addContainer and addVolume, or in the override.', override(pair({}, {}), TASK, 'ContainerDefinitions.1.Name', 'app').declare, override(pair({}, {}), TASK, 'ContainerDefinitions.1.Name', 'cache').declare],
  ['no-secrets-in-environment', 'Store the value in Secrets Manager or Parameter Store, and pass it in secrets', container({ environment: { TOKEN: 'correct-horse-battery-staple' } }), WITH_SECRET],
  ['non-root-user', 'to a non-root user, such as 65532:65532', container({ user: 'root' }), container({ user: '65532:65532' })],
  ['non-root-user', 'end the Dockerfile with USER', container({ user: undefined, image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_AMD64 }) }),
    container({ user: undefined, image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_AMD64, file: 'Dockerfile.nonroot' }) })],
  ['read-only-root', 'Set readonlyRootFilesystem: true in addContainer', container({ readonlyRootFilesystem: undefined }), container({ readonlyRootFilesystem: true })],
  ['secret-names-unique', 'Remove the variable from environment', secret(token => ecs.Secret.fromSecretsManager(token), { TOKEN: '' }), secret(token => ecs.Secret.fromSecretsManager(token))],
  ['secret-names-unique', 'rename the secret in secrets', secret(token => ecs.Secret.fromSecretsManager(token), { TOKEN: '' }), secret(token => ecs.Secret.fromSecretsManager(token), { TOKEN: '' }, 'API_TOKEN')],
  ['secret-reference-valid', 'use ecs.Secret.fromSecretsManager or ecs.Secret.fromSsmParameter', secret(token => ecs.Secret.fromSecretsManager(token, 'token:AWSCURRENT')), secret(token => ecs.Secret.fromSecretsManager(token, 'token'))],
  ['service-connect-names-port', 'Set name in portMappings of addContainer to the portMappingName of serviceConnectConfiguration.',
    override(WORKER, 'AWS::ECS::Service', 'ServiceConnectConfiguration', { Enabled: true, Namespace: 'shop', Services: [{ PortName: 'web', ClientAliases: [{ Port: 80 }] }] }).declare,
    override(container({ portMappings: [{ containerPort: 8080, name: 'web' }] }), 'AWS::ECS::Service', 'ServiceConnectConfiguration', { Enabled: true, Namespace: 'shop', Services: [{ PortName: 'web', ClientAliases: [{ Port: 80 }] }] }).declare],
  ['stop-timeout-limits', 'stopTimeout: Duration.seconds(…) in addContainer', container({ stopTimeout: undefined }), container({ stopTimeout: Duration.seconds(60) })],
  ['execution-role-pulls', 'use ecs.ContainerImage.fromEcrRepository or fromAsset, which grant the execution role',
    worker(stack => ({ container: { image: ecs.ContainerImage.fromRegistry(`${stack.account}.dkr.ecr.${stack.region}.${stack.urlSuffix}/shop/worker:1.4.2`) } })),
    worker(stack => ({ container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Worker', 'shop/worker'), '1.4.2') } }))],
  ['container-logging', 'in addContainer', override(WITH_SIDECAR, TASK, 'ContainerDefinitions.1.LogConfiguration', undefined).declare, WITH_SIDECAR],
];
