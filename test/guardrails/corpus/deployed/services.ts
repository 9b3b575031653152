import { Duration, type Stack } from 'aws-cdk-lib';
import * as autoscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { DeployedConfiguration } from './deployed-configuration';
import type { Declare } from '../configuration';

const SAMPLE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');

interface Parts {
  readonly stack: Stack;
  readonly vpc: ec2.Vpc;
  readonly cluster: ecs.Cluster;
  readonly task: ecs.FargateTaskDefinition;
  readonly container: ecs.ContainerDefinition;
}

interface Options {
  readonly vpc?: ec2.VpcProps;
  readonly cluster?: (stack: Stack) => Partial<ecs.ClusterProps>;
  readonly task?: (stack: Stack) => ecs.FargateTaskDefinitionProps;
  readonly container?: (stack: Stack) => Partial<ecs.ContainerDefinitionOptions>;
  readonly service?: (parts: Parts) => Partial<ecs.FargateServiceProps>;
  readonly then?: (service: ecs.FargateService, parts: Parts) => void;
}

/** A plain service of the CDK with nothing set but what a test is about. */
const service = (
  { vpc: vpcProps, cluster: ofCluster, task: ofTask, container: ofContainer, service: ofService, then }: Options = {},
): Declare => stack => {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2, restrictDefaultSecurityGroup: false, ...vpcProps });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc, ...ofCluster?.(stack) });
  const task = new ecs.FargateTaskDefinition(stack, 'Task', { memoryLimitMiB: 1024, cpu: 512, ...ofTask?.(stack) });
  const container = task.addContainer('web', { image: SAMPLE, ...ofContainer?.(stack) });
  const parts = { stack, vpc, cluster, task, container };
  const made = new ecs.FargateService(stack, 'Service', { cluster, taskDefinition: task, ...ofService?.(parts) });
  then?.(made, parts);
};

const cloudMap = (dnsRecordType: cloudmap.DnsRecordType.A | cloudmap.DnsRecordType.SRV): Declare => service({
  container: () => ({ portMappings: [{ containerPort: 80 }] }),
  cluster: () => ({ defaultCloudMapNamespace: { name: 'shop.local' } }),
  service: () => ({ cloudMapOptions: { dnsRecordType, dnsTtl: Duration.seconds(60) } }),
});

const serviceConnect = (options: Partial<ecs.ServiceConnectProps>): Declare => service({
  container: () => ({ portMappings: [{ name: 'api', containerPort: 80, appProtocol: ecs.AppProtocol.http2 }], logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web' }) }),
  cluster: () => ({ defaultCloudMapNamespace: { name: 'shop.local', useForServiceConnect: true } }),
  service: () => ({ serviceConnectConfiguration: { services: [{ portMappingName: 'api', dnsName: 'api', port: 80 }], ...options } }),
});

const listener = (vpc: ec2.IVpc, stack: Stack) => new elbv2.ApplicationLoadBalancer(stack, 'LoadBalancer', { vpc, internetFacing: true }).addListener('Public', { port: 80, open: true });

const queue = (props: (stack: Stack) => Partial<patterns.QueueProcessingFargateServiceProps> = () => ({})): Declare => stack => void new patterns.QueueProcessingFargateService(stack, 'Orders', {
  vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), memoryLimitMiB: 512, image: SAMPLE, ...props(stack),
});

const scheduled = (props: Partial<patterns.ScheduledFargateTaskProps> = {}): Declare => stack => void new patterns.ScheduledFargateTask(stack, 'Nightly', {
  cluster: new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 }) }),
  schedule: autoscaling.Schedule.rate(Duration.minutes(2)),
  scheduledFargateTaskImageOptions: { image: SAMPLE, memoryLimitMiB: 512, cpu: 256 },
  ...props,
});

/** Files of EFS with IAM authorization, as the tests mount them. */
const withFiles: Declare = service({
  then: ({ connections }, { stack, vpc, task, container }) => {
    const files = new efs.FileSystem(stack, 'Files', { vpc });
    const accessPoint = files.addAccessPoint('Point', { path: '/shop', createAcl: { ownerGid: '1000', ownerUid: '1000', permissions: '755' }, posixUser: { gid: '1000', uid: '1000' } });
    task.addVolume({ name: 'files', efsVolumeConfiguration: { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { accessPointId: accessPoint.accessPointId, iam: 'ENABLED' } } });
    container.addMountPoints({ sourceVolume: 'files', containerPath: '/files', readOnly: false });
    files.grantReadWrite(task.taskRole);
    files.connections.allowDefaultPortFrom(connections);
  },
});

const withBlockStorage: Declare = service({
  then: (made, { container, task }) => {
    const volume = new ecs.ServiceManagedVolume(made, 'Volume', { name: 'ebs', managedEBSVolume: { size: undefined, encrypted: true, volumeType: ec2.EbsDeviceVolumeType.GP3, fileSystemType: ecs.FileSystemType.XFS, snapShotId: 'snap-066877671789bd71b' } });
    volume.mountIn(container, { containerPath: '/var/lib', readOnly: false });
    task.addVolume(volume);
    made.addVolume(volume);
  },
});

const sessionsTo = (target: 'bucket' | 'log group'): Declare => service({
  cluster: stack => {
    const kmsKey = new kms.Key(stack, 'Key');
    const logConfiguration = target === 'bucket'
      ? { s3Bucket: new s3.Bucket(stack, 'Sessions', { encryptionKey: kmsKey }), s3EncryptionEnabled: true, s3KeyPrefix: 'exec' }
      : { cloudWatchLogGroup: new logs.LogGroup(stack, 'Sessions', { encryptionKey: kmsKey }), cloudWatchEncryptionEnabled: true };
    return { executeCommandConfiguration: { kmsKey, logConfiguration, logging: ecs.ExecuteCommandLogging.OVERRIDE } };
  },
  service: () => ({ enableExecuteCommand: true }),
});

/** The other services and tasks that the integration tests of the CDK deploy. */
export const SERVICES: readonly DeployedConfiguration[] = [
  ['a service with nothing but an image', service()],
  ['a service with labels', service({ container: () => ({ dockerLabels: { label: 'value' } }) })],
  ['a service with an environment variable', service({ container: () => ({ environment: { nginx: 'on' } }) })],
  ['a service with Availability Zone rebalancing', service({ service: () => ({ availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED, minHealthyPercent: 100, maxHealthyPercent: 200 }) })],
  ['a service without Availability Zone rebalancing', service({ service: () => ({ availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED }) })],
  ['a service with logs', service({ container: () => ({ logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'web', mode: ecs.AwsLogDriverMode.NON_BLOCKING, datetimeFormat: '%Y-%m-%d' }) }) })],
  ['a service on Spot', service({ cluster: () => ({ enableFargateCapacityProviders: true }), service: () => ({ capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 2 }, { capacityProvider: 'FARGATE', weight: 1 }] }) })],
  ['a service with the circuit breaker', service({ service: () => ({ circuitBreaker: { enable: true, rollback: true } }) })],
  ['a service whose circuit breaker is disabled', service({ service: () => ({ circuitBreaker: { enable: false } }) })],
  ['a service with A records in Cloud Map', cloudMap(cloudmap.DnsRecordType.A)],
  ['a service with SRV records in Cloud Map', cloudMap(cloudmap.DnsRecordType.SRV)],
  ['a service with a port range', service({ container: () => ({ portMappings: [{ containerPort: ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE, containerPortRange: '8080-8081' }] }) })],
  ['a service with a task definition revision', service({ service: () => ({ taskDefinitionRevision: ecs.TaskDefinitionRevision.of(1) }) })],
  ['a service with an EBS volume', withBlockStorage],
  ['a service with an EFS volume', withFiles],
  ['a service with ECS Exec', service({ service: () => ({ enableExecuteCommand: true }) })],
  ['a service with ECS Exec sessions logged to a bucket', sessionsTo('bucket')],
  ['a service with ECS Exec sessions logged to a log group', sessionsTo('log group')],
  ['a service on Windows', service({ task: () => ({ cpu: 1024, memoryLimitMiB: 2048, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2019_CORE, cpuArchitecture: ecs.CpuArchitecture.X86_64 } }) })],
  ['a service on Windows with more storage', service({ task: () => ({ cpu: 1024, memoryLimitMiB: 2048, ephemeralStorageGiB: 100, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE } }) })],
  ['a service with a log router', service({ container: () => ({ logging: ecs.LogDrivers.firelens({ options: { Name: 'cloudwatch', region: 'eu-west-1', log_group_name: 'shop', auto_create_group: 'true', log_stream_prefix: 'app-' } }) }) })],
  ['a service with a pseudo terminal', service({ container: () => ({ pseudoTerminal: true }) })],
  ['a service with secrets of three kinds', service({
    container: stack => {
      const secret = new secretsmanager.Secret(stack, 'Secret', { generateSecretString: { secretStringTemplate: JSON.stringify({ username: 'user' }), generateStringKey: 'password' } });
      const parameter = new ssm.StringParameter(stack, 'Parameter', { stringValue: 'on' });
      return { secrets: { SECRET: ecs.Secret.fromSecretsManager(secret), PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password'), FLAGS: ecs.Secret.fromSsmParameter(parameter) } };
    },
  })],
  ['a service with Service Connect', serviceConnect({})],
  ['a service with Service Connect, logs and timeouts', serviceConnect({ logDriver: ecs.LogDrivers.awsLogs({ streamPrefix: 'sc' }), services: [{ portMappingName: 'api', dnsName: 'api', port: 80, idleTimeout: Duration.hours(1), perRequestTimeout: Duration.minutes(10) }] })],
  ['a service that only calls others through Service Connect', serviceConnect({ services: undefined })],
  ['a task without a task role', service({ task: () => ({ taskRole: undefined }), container: () => ({ memoryLimitMiB: 512 }) })],
  ['a service behind a listener', service({
    container: () => ({ portMappings: [{ containerPort: 80 }] }),
    then: (made, { stack, vpc }) => void listener(vpc, stack).addTargets('Shop', { port: 80, targets: [made] }),
  })],
  ['a service that scales with its requests', service({
    container: () => ({ portMappings: [{ containerPort: 80 }] }),
    then: (made, { stack, vpc }) => {
      const targetGroup = listener(vpc, stack).addTargets('Shop', { port: 80, targets: [made] });
      const scaling = made.autoScaleTaskCount({ maxCapacity: 10 });
      scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 50 });
      scaling.scaleOnRequestCount('Requests', { requestsPerTarget: 1000, targetGroup });
    },
  })],
  ['a service with a deployment alarm that rolls back', service({
    service: () => ({ deploymentAlarms: { alarmNames: ['Busy'], behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM } }),
  })],
  ['a service with an external deployment controller', service({ service: () => ({ deploymentController: { type: ecs.DeploymentControllerType.EXTERNAL } }) })],
  ['a service with a read-only root and a volume', service({
    container: () => ({ readonlyRootFilesystem: true }),
    then: (_, { task, container }) => {
      task.addVolume({ name: 'tmp' });
      container.addMountPoints({ sourceVolume: 'tmp', containerPath: '/tmp', readOnly: false });
    },
  })],
  ['a service that waits for a migration', service({
    then: (_, { task, container }) => {
      const migration = task.addContainer('migration', { image: SAMPLE, essential: false, memoryLimitMiB: 128 });
      container.addContainerDependencies({ container: migration, condition: ecs.ContainerDependencyCondition.SUCCESS });
    },
  })],
  ['a service in isolated subnets with endpoints', service({
    vpc: { natGateways: 0, subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] },
    container: stack => ({ image: ecs.ContainerImage.fromEcrRepository(new ecr.Repository(stack, 'Repository'), '1') }),
    then: (_, { vpc }) => {
      vpc.addInterfaceEndpoint('api', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
      vpc.addInterfaceEndpoint('dkr', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
      vpc.addGatewayEndpoint('s3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    },
  })],
  ['a service with a task role', service({ task: stack => ({ taskRole: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') }) }) })],
  ['a queue worker', queue()],
  ['a queue worker with the circuit breaker', queue(() => ({ circuitBreaker: { rollback: true } }))],
  ['a queue worker with public IP addresses', queue(stack => ({ vpc: new ec2.Vpc(stack, 'Public', { maxAzs: 2, natGateways: 0 }), assignPublicIp: true, taskSubnets: { subnetType: ec2.SubnetType.PUBLIC } }))],
  ['a queue worker with a health check', queue(() => ({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'], interval: Duration.minutes(1), retries: 3, startPeriod: Duration.minutes(2), timeout: Duration.seconds(30) } }))],
  ['a queue worker with more storage', queue(() => ({ ephemeralStorageGiB: 100 }))],
  ['a queue worker that scales with the queue only', queue(() => ({ disableCpuBasedScaling: true }))],
  ['a queue worker with custom scaling steps', queue(() => ({ scalingSteps: [{ upper: 0, change: -1 }, { lower: 1, change: +1 }, { lower: 100, change: +5 }], maxScalingCapacity: 10, cooldown: Duration.seconds(500) }))],
  ['a queue worker with an existing queue', queue(stack => ({ queue: new sqs.Queue(stack, 'Queue') }))],
  ['a queue worker with a grace period', queue(() => ({ healthCheckGracePeriod: Duration.minutes(2) }))],
  ['a queue worker in isolated subnets', queue(stack => {
    const vpc = new ec2.Vpc(stack, 'Isolated', { natGateways: 0, subnetConfiguration: [{ name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }] });
    const { ECR: api, ECR_DOCKER: dkr, CLOUDWATCH_LOGS: log, SQS: messages } = ec2.InterfaceVpcEndpointAwsService;
    for (const [id, endpoint] of Object.entries({ api, dkr, log, messages })) vpc.addInterfaceEndpoint(id, { service: endpoint });
    vpc.addGatewayEndpoint('s3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    const image = ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'orders'), '1');
    return { vpc, image, taskSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } };
  })],
  ['a nightly task', scheduled()],
  ['a nightly task with more storage', scheduled({ scheduledFargateTaskImageOptions: { image: SAMPLE, memoryLimitMiB: 512, ephemeralStorageGiB: 32 } })],
];
