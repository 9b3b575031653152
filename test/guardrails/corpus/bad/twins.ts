import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Declare } from '../configuration';
import { clusterAuditedByLogs, mountExecPaths } from '../parts/exec';
import { webService } from '../parts/load-balancer';
import { endpointVpc, natVpc } from '../parts/network';
import { type ServiceOptions, soundService, taskWithContainer } from '../parts/service';
import { boundedLogging, soundContainer, soundTask } from '../parts/task';

/** A plain worker behind NAT. */
export const worker = (options: (stack: Stack) => ServiceOptions = () => ({})): Declare => stack => void soundService(stack, options(stack));

export const WORKER = worker();

/** A web service behind HTTPS. */
export const web = (options: (stack: Stack) => ServiceOptions = () => ({})): Declare => stack => void webService(stack, options(stack));

export const WEB = web();

/** A worker in isolated subnets with endpoints. */
export const ISOLATED = worker(stack => ({ vpc: endpointVpc(stack) }));

/** A container health check that leaves time to start. */
export const HEALTH_CHECK = {
  command: ['CMD-SHELL', 'wget -q -O - http://localhost:8080/health || exit 1'],
  interval: Duration.seconds(10),
  timeout: Duration.seconds(5),
  retries: 3,
  startPeriod: Duration.seconds(30),
};

export const CHECKED = worker(() => ({ container: { healthCheck: HEALTH_CHECK } }));

/** Options of a container that reads a secret, which is made beside it. */
export const tokenFromSecretsManager = (stack: Stack) => ({
  secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token')) },
});

/** Options of a container whose image a registry in the VPC has, and asks for an account, which is made beside it. */
export const imageOfPrivateRegistry = (stack: Stack) => ({
  image: ecs.ContainerImage.fromRegistry('registry.shop.internal/worker:1.4.2', { credentials: new secretsmanager.Secret(stack, 'RegistryAccount') }),
});

/** Options of a container that reads a parameter, which is made beside it. */
export const flagsFromParameterStore = (stack: Stack) => ({
  secrets: { FLAGS: ecs.Secret.fromSsmParameter(new ssm.StringParameter(stack, 'Flags', { stringValue: 'on' })) },
});

export const WITH_SECRET = worker(stack => ({ container: tokenFromSecretsManager(stack) }));

/** A worker in whose container sessions may be opened and are recorded. */
export const execWorker = (vpc: (stack: Stack) => ec2.IVpc, options: Pick<ServiceOptions, 'task' | 'container'> = {}): Declare => stack => {
  const taskDefinition = taskWithContainer(stack, options);
  mountExecPaths(taskDefinition);
  soundService(stack, { cluster: clusterAuditedByLogs(stack, vpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
};

export const WITH_EXEC = execWorker(natVpc);

/** A worker with a sidecar whose health it waits for. */
export const WITH_SIDECAR: Declare = stack => {
  const taskDefinition = soundTask(stack, { memoryLimitMiB: 1024 });
  const application = soundContainer(stack, taskDefinition);
  const proxy = taskDefinition.addContainer('proxy', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/envoy/envoy:v1.35.0'),
    memoryLimitMiB: 256,
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
    healthCheck: HEALTH_CHECK,
    logging: boundedLogging(stack, 'ProxyLogs'),
  });
  application.addContainerDependencies({ container: proxy, condition: ecs.ContainerDependencyCondition.HEALTHY });
  soundService(stack, { taskDefinition });
};

/** A worker with files on EFS. */
export const withFilesIn = (vpcSubnets: (vpc: ec2.IVpc) => ec2.SubnetSelection): Declare => stack => {
  const vpc = natVpc(stack);
  const files = new efs.FileSystem(stack, 'Files', { vpc, vpcSubnets: vpcSubnets(vpc) });
  const taskDefinition = taskWithContainer(stack);
  const efsVolumeConfiguration: ecs.EfsVolumeConfiguration = { fileSystemId: files.fileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } };
  taskDefinition.addVolume({ name: 'shared', efsVolumeConfiguration });
  taskDefinition.defaultContainer?.addMountPoints({ sourceVolume: 'shared', containerPath: '/shared', readOnly: false });
  const service = soundService(stack, { vpc, taskDefinition });
  files.connections.allowDefaultPortFrom(service);
  service.node.addDependency(files.mountTargetsAvailable);
  files.grantRootAccess(taskDefinition.taskRole);
};

export const WITH_FILES: Declare = withFilesIn(() => ({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }));
