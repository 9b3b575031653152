import type { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { FollowedFix } from './followed-fix';
import { WITH_EXEC, WITH_FILES, withFilesIn, WITH_SECRET, worker, WORKER } from '../corpus/bad/twins';
import type { Declare } from '../corpus/configuration';
import { clusterAuditedByLogs, mountExecPaths } from '../corpus/parts/exec';
import { natVpc } from '../corpus/parts/network';
import { soundService, taskWithContainer } from '../corpus/parts/service';
import { override, spoil, theOnly } from '../corpus/parts/spoil';

const TASK = 'AWS::ECS::TaskDefinition';
const taskOf = (stack: Stack) => stack.node.findChild('Task') as ecs.FargateTaskDefinition;
const ecsRole = (stack: Stack, id: string, principal = 'ecs-tasks.amazonaws.com'): iam.Role => new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal(principal) });
const task = (props: (stack: Stack) => ecs.FargateTaskDefinitionProps): Declare => worker(stack => ({ task: props(stack) }));

/** Files on EFS by an access point, with a root directory of the volume's own or without. */
const accessPoint = (rootDirectory?: string): Declare => spoil(WITH_FILES, stack => {
  const { accessPointId } = (stack.node.findChild('Files') as efs.FileSystem).addAccessPoint('Point', { path: '/shop' });
  theOnly(stack, TASK).addPropertyOverride('Volumes.0.EFSVolumeConfiguration.AuthorizationConfig', { AccessPointId: accessPointId, IAM: 'ENABLED' });
  theOnly(stack, TASK).addPropertyOverride('Volumes.0.EFSVolumeConfiguration.RootDirectory', rootDirectory);
}).declare;

/** A secret under a key, which the execution role has permission to read and perhaps to decrypt. */
const importedSecret = (change: (key: kms.Key, executionRole: iam.IRole) => void): Declare => stack => {
  const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const { ref } = new secretsmanager.CfnSecret(stack, 'Token', { kmsKeyId: key.keyArn, generateSecretString: {} });
  const secrets = { TOKEN: ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretCompleteArn(stack, 'Imported', ref)) };
  change(key, soundService(stack, { container: { secrets } }).taskDefinition.obtainExecutionRole());
};

const settingsFile = (change: (bucket: s3.Bucket, executionRole: iam.IRole) => void): Declare => stack => {
  const bucket = new s3.Bucket(stack, 'Settings', { enforceSSL: true });
  const environmentFiles = [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')];
  change(bucket, soundService(stack, { container: { environmentFiles } }).taskDefinition.obtainExecutionRole());
};

/** Logs by the name of the driver, which grants nothing. */
const driverByName = (change: (group: logs.LogGroup, executionRole: iam.IRole) => void): Declare => stack => {
  const group = new logs.LogGroup(stack, 'Logs', { retention: logs.RetentionDays.ONE_MONTH });
  const options = { 'awslogs-group': group.logGroupName, 'awslogs-region': stack.region, 'awslogs-stream-prefix': 'app', 'mode': 'blocking' };
  const logging = new ecs.GenericLogDriver({ logDriver: 'awslogs', options });
  change(group, soundService(stack, { container: { logging } }).taskDefinition.obtainExecutionRole());
};

const createdGroup = (...actions: string[]): Declare => spoil(task(stack => ({ executionRole: executionRole(stack, ...actions) })), stack => {
  const options = 'ContainerDefinitions.0.LogConfiguration.Options';
  theOnly(stack, TASK).addPropertyOverride(`${options}.awslogs-group`, '/ecs/shop');
  theOnly(stack, TASK).addPropertyOverride(`${options}.awslogs-create-group`, 'true');
}).declare;

function executionRole(stack: Stack, ...actions: string[]): iam.Role {
  const role = ecsRole(stack, 'ExecutionRole');
  role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy'));
  if (actions.length > 0) role.addToPolicy(new iam.PolicyStatement({ actions, resources: ['*'] }));
  return role;
}

const sessionsWith = (taskRole: (stack: Stack) => iam.IRole): Declare => stack => {
  const taskDefinition = taskWithContainer(stack, { task: { taskRole: taskRole(stack) } });
  mountExecPaths(taskDefinition);
  soundService(stack, { cluster: clusterAuditedByLogs(stack, natVpc(stack)), taskDefinition, service: { enableExecuteCommand: true } });
};

const secretOf = (stack: Stack): secretsmanager.Secret => stack.node.findChild('Token') as secretsmanager.Secret;

/** A secret that ECS is to read and the application has permission to. */
const secretOfTaskRole: Declare = stack => {
  const secret = new secretsmanager.Secret(stack, 'Token');
  const { taskDefinition } = soundService(stack);
  secret.grantRead(taskDefinition.taskRole);
  theOnly(stack, TASK).addPropertyOverride('ContainerDefinitions.0.Secrets', [{ Name: 'TOKEN', ValueFrom: stack.resolve(secret.secretArn) }]);
};

const filesIn = (subnets: 'one' | 'all'): Declare =>
  withFilesIn(({ privateSubnets }) => ({ subnets: subnets === 'all' ? privateSubnets : privateSubnets.slice(0, 1) }));

/** Fixes in the task definition, in its roles and in its volumes. */
export const TASKS: readonly FollowedFix[] = [
  ['fargate-task-size', 'Set cpu and memoryLimitMiB of HardenedFargateService or ecs.FargateTaskDefinition to a supported combination.', override(WORKER, TASK, 'Memory', '4096').declare, task(() => ({ cpu: 512, memoryLimitMiB: 4096 }))],
  ['ephemeral-storage-limits', 'Set ephemeralStorageGiB to 21 to 200 on ecs.FargateTaskDefinition', override(WORKER, TASK, 'EphemeralStorage', { SizeInGiB: 20 }).declare, task(() => ({ ephemeralStorageGiB: 21 }))],
  ['efs-access-point-root', 'Remove rootDirectory from efsVolumeConfiguration of addVolume', accessPoint('/shop'), accessPoint()],
  ['efs-in-transit-encryption', "Set transitEncryption: 'ENABLED' in efsVolumeConfiguration of addVolume.", override(WITH_FILES, TASK, 'Volumes.0.EFSVolumeConfiguration.TransitEncryption', 'DISABLED').declare, WITH_FILES],
  ['separate-roles', 'Set different roles for taskRole and executionRole of ecs.FargateTaskDefinition', task(stack => {
    const role = ecsRole(stack, 'Role');
    return { taskRole: role, executionRole: role };
  }), task(stack => ({ taskRole: ecsRole(stack, 'TaskRole'), executionRole: ecsRole(stack, 'ExecutionRole') }))],
  ['separate-roles', 'or remove both', task(stack => {
    const role = ecsRole(stack, 'Role');
    return { taskRole: role, executionRole: role };
  }), WORKER],
  ['execution-role-creates-log-group', 'allow logs:CreateLogGroup in the execution role', createdGroup(), createdGroup('logs:CreateLogGroup')],
  ['execution-role-creates-log-group', 'Declare the log group with ecs.LogDrivers.awsLogs', createdGroup(), WORKER],
  ['execution-role-decrypts', 'also call key.grantDecrypt(executionRole)', importedSecret(() => undefined), importedSecret((key, role) => key.grantDecrypt(role))],
  ['execution-role-decrypts', 'pass the secretsmanager.Secret that has the encryptionKey', importedSecret(() => undefined), worker(stack => ({
    container: { secrets: { TOKEN: ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token', { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) })) } },
  }))],
  ['execution-role-env-files', 'Call bucket.grantRead(taskDefinition.obtainExecutionRole(), key) with the task definition', settingsFile(() => undefined), settingsFile((bucket, role) => bucket.grantRead(role, 'production.env'))],
  ['execution-role-logs', 'Use ecs.LogDrivers.awsLogs in addContainer', driverByName(() => undefined), WORKER],
  ['execution-role-logs', 'call logGroup.grantWrite(executionRole)', driverByName(() => undefined), driverByName((group, role) => group.grantWrite(role))],
  ['execution-role-reads-secrets', 'pass an ecs.Secret, which grants the execution role', secretOfTaskRole, WITH_SECRET],
  ['execution-role-reads-secrets', 'call secret.grantRead(executionRole)', secretOfTaskRole, spoil(secretOfTaskRole, stack => void secretOf(stack).grantRead(taskOf(stack).obtainExecutionRole())).declare],
  ['network-reaches-efs', 'Set vpcSubnets of efs.FileSystem to the subnets of the tasks.', filesIn('one'), filesIn('all')],
  ['roles-trusted-by-ecs-tasks', "Set assumedBy of iam.Role to new iam.ServicePrincipal('ecs-tasks.amazonaws.com').", task(stack => ({ taskRole: ecsRole(stack, 'Role', 'ecs.amazonaws.com') })), task(stack => ({ taskRole: ecsRole(stack, 'Role', 'ecs-tasks.amazonaws.com') }))],
  ['task-role-exec', 'Set taskRole of ecs.FargateTaskDefinition to a role that the CDK can change', sessionsWith(stack => ecsRole(stack, 'TaskRole').withoutPolicyUpdates()), sessionsWith(stack => ecsRole(stack, 'TaskRole'))],
  ['task-role-exec', 'enableExecuteCommand then grants the permissions', sessionsWith(stack => ecsRole(stack, 'TaskRole').withoutPolicyUpdates()), WITH_EXEC],
  ['task-role-not-admin', 'Grant single actions on single resources to the task role', spoil(WORKER, stack => taskOf(stack).addToTaskRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }))).declare,
    spoil(WORKER, stack => void new s3.Bucket(stack, 'Files', { enforceSSL: true }).grantRead(taskOf(stack).taskRole)).declare],
  ['volumes-mounted', 'Call addMountPoints on the container with the name of the volume as sourceVolume', withCache(() => undefined),
    withCache(({ defaultContainer }) => defaultContainer?.addMountPoints({ sourceVolume: 'cache', containerPath: '/cache', readOnly: false }))],
  ['volumes-mounted', 'or remove the volume', withCache(() => undefined), WORKER],
  ['file-system-admits-tasks', 'Enable IAM authorization in authorizationConfig of efsVolumeConfiguration',
    override(WITH_FILES, TASK, 'Volumes.0.EFSVolumeConfiguration.AuthorizationConfig', undefined).declare, WITH_FILES],
];

/** A worker whose task definition has a volume for a cache. */
function withCache(mount: (task: ecs.FargateTaskDefinition) => void): Declare {
  return spoil(WORKER, stack => {
    taskOf(stack).addVolume({ name: 'cache' });
    mount(taskOf(stack));
  }).declare;
}
