import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { FollowedFix } from './followed-fix';
import { VpcEndpoints } from '../../../src/network/vpc-endpoints-choice';
import { HardenedFargateService } from '../../../src/service/hardened-fargate-service';
import { Scaling } from '../../../src/service/options/scaling';
import { behindHttps, type Differences, imageIn } from '../../service/declare';
import type { Declare } from '../corpus/configuration';
import { addEndpoint, addS3Gateway, isolatedVpc, natVpc, START_UP_SERVICES } from '../corpus/parts/network';
import { boundedLogging } from '../corpus/parts/task';

const FOLDER = join(__dirname, '..', 'corpus', 'image');

/** A hardened service with what only its author knows. */
const hardened = (
  differences: (stack: Stack) => Differences = () => ({}),
  change: (service: HardenedFargateService, stack: Stack) => void = () => undefined,
): Declare => stack => change(new HardenedFargateService(stack, 'Web', {
  image: imageIn(stack),
  user: '65532:65532',
  alarmTopic: new sns.Topic(stack, 'OnCall'),
  ...differences(stack),
}), stack);

/** A sidecar in the task definition of a hardened service. */
const sidecar = (
  options: (stack: Stack) => Partial<ecs.ContainerDefinitionOptions>,
  differences: (stack: Stack) => Differences = () => ({ cpu: 512, memoryLimitMiB: 1024 }),
): Declare =>
  hardened(differences, ({ taskDefinition }, stack) => void taskDefinition.addContainer('proxy', {
    logging: boundedLogging(stack, 'DefaultLogs'),
    image: imageIn(stack),
    memoryLimitMiB: 128,
    user: '65532:65532',
    readonlyRootFilesystem: true,
    stopTimeout: Duration.seconds(30),
    linuxParameters: new ecs.LinuxParameters(stack, 'ProxyParameters', { initProcessEnabled: true }),
    ...options(stack),
  }));

const tokenOf = (stack: Stack) => ecs.Secret.fromSecretsManager(new secretsmanager.Secret(stack, 'Token'));

/** A VPC of the same app, with the endpoints for an image and its logs and none for secrets. */
function startUpVpc(stack: Stack): ec2.Vpc {
  const vpc = isolatedVpc(stack);
  for (const service of START_UP_SERVICES) addEndpoint(vpc, service);
  addS3Gateway(vpc);
  return vpc;
}

const inOwnVpc = (vpcEndpoints: VpcEndpoints | undefined): Declare =>
  hardened(stack => ({ vpc: startUpVpc(stack), vpcEndpoints, enableExecuteCommand: false, secrets: { TOKEN: tokenOf(stack) } }));

const armImage = (differences: Differences): Declare =>
  hardened(() => ({ image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_ARM64 }), ...differences }));

/** Fixes in the props of `HardenedFargateService` and in what it exposes. */
export const HARDENED: readonly FollowedFix[] = [
  ['architecture-stated', 'Set cpuArchitecture of HardenedFargateService', armImage({}), armImage({ cpuArchitecture: ecs.CpuArchitecture.ARM64 })],
  ['container-logging', 'This includes containers that you add to the taskDefinition of HardenedFargateService.', sidecar(() => ({ logging: undefined })), sidecar(stack => ({ logging: boundedLogging(stack, 'ProxyLogs') }))],
  ['container-memory-fits', 'Increase memoryLimitMiB of HardenedFargateService', sidecar(() => ({ memoryLimitMiB: 2048 })), sidecar(() => ({ memoryLimitMiB: 2048 }), () => ({ cpu: 512, memoryLimitMiB: 3072 }))],
  ['container-memory-limit', 'Set memoryLimitMiB in addContainer', sidecar(() => ({ memoryLimitMiB: undefined, memoryReservationMiB: 64 })), sidecar(() => ({ memoryLimitMiB: 128 }))],
  ['desired-count-owned-once', 'Remove desiredCount from HardenedFargateService', hardened(() => ({}), ({ service }) => void service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 })), hardened(() => ({ scaling: Scaling.onUtilization({ minCapacity: 2, maxCapacity: 8 }) }))],
  ['desired-count-owned-once', 'For HardenedFargateService, set scaling and add your policies to scalableTaskCount.', hardened(() => ({}), ({ service }) => void service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 8 })),
    hardened(() => ({ scaling: Scaling.onUtilization({ minCapacity: 2, maxCapacity: 8 }) }), ({ scalableTaskCount }) => scalableTaskCount?.scaleOnCpuUtilization('Own', { targetUtilizationPercent: 50, policyName: 'own' }))],
  ['execution-role-env-files', 'Call bucket.grantRead(taskDefinition.obtainExecutionRole(), key) with the task definition of HardenedFargateService', settingsFile(() => undefined), settingsFile((bucket, role) => bucket.grantRead(role, 'production.env'))],
  ['execution-role-reads-secrets', 'In secrets of HardenedFargateService or addContainer, pass an ecs.Secret, which grants the execution role.', sidecarSecret(), sidecar(stack => ({ secrets: { TOKEN: tokenOf(stack) } }))],
  ['health-check-command', "In healthCheck.command of HardenedFargateService or addContainer, use ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'].", hardened(() => ({ healthCheck: { command: ['CMD', 'curl -f http://localhost/ || exit 1'] } })),
    hardened(() => ({ healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] } }))],
  ['image-pinned', 'a release tag', hardened(stack => ({ vpc: natVpc(stack), image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop') })), hardened(stack => ({ vpc: natVpc(stack), image: ecs.ContainerImage.fromRegistry('ghcr.io/example/shop:1.2.3') }))],
  ['network-reaches-secrets', 'For HardenedFargateService, remove vpcEndpoints or set it to VpcEndpoints.PROVISION.', inOwnVpc(VpcEndpoints.EXISTING), inOwnVpc(VpcEndpoints.PROVISION)],
  ['network-reaches-secrets', 'For HardenedFargateService, remove vpcEndpoints', inOwnVpc(VpcEndpoints.EXISTING), inOwnVpc(undefined)],
  ['no-secrets-in-environment', 'pass it in secrets of HardenedFargateService or addContainer', sidecar(() => ({ environment: { TOKEN: 'correct-horse-battery-staple' } })), sidecar(stack => ({ secrets: { TOKEN: tokenOf(stack) } }))],
  ['non-root-user', 'Set user of HardenedFargateService', hardened(() => ({ user: 'root' })), hardened(() => ({ user: '65532:65532' }))],
  ['stop-timeout-limits', 'Set drainTime of HardenedFargateService', hardened(() => ({}), ({ taskDefinition }) => (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyDeletionOverride('ContainerDefinitions.0.StopTimeout')), hardened(() => ({ drainTime: Duration.seconds(60) }))],
  ['tasks-closed-to-internet', 'HardenedFargateService adds only that rule; remove the override.', hardened(behindHttps, ({ service }) => service.connections.allowFromAnyIpv4(ec2.Port.tcp(8080))), hardened(behindHttps)],
];

function settingsFile(change: (bucket: s3.Bucket, executionRole: iam.IRole) => void): Declare {
  return stack => {
    const bucket = new s3.Bucket(stack, 'Settings', { enforceSSL: true });
    sidecar(() => ({ environmentFiles: [ecs.EnvironmentFile.fromBucket(bucket, 'production.env')] }))(stack);
    change(bucket, (stack.node.findChild('Web') as HardenedFargateService).taskDefinition.obtainExecutionRole());
  };
}

/** A sidecar whose secret somebody wrote by hand, with a permission for the task role. */
function sidecarSecret(): Declare {
  return stack => {
    sidecar(() => ({}))(stack);
    const { taskDefinition, taskRole } = stack.node.findChild('Web') as HardenedFargateService;
    const secret = new secretsmanager.Secret(stack, 'Token');
    secret.grantRead(taskRole);
    (taskDefinition.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride('ContainerDefinitions.1.Secrets', [{ Name: 'TOKEN', ValueFrom: stack.resolve(secret.secretArn) }]);
  };
}
