import { join } from 'node:path';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as assets from 'aws-cdk-lib/aws-ecr-assets';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { BadConfiguration } from '../configuration';
import { WITH_EXEC, WITH_FILES, WITH_SIDECAR, worker, WORKER } from './twins';
import { byAspect, override, remove } from '../parts/spoil';
import { LOW_LEVEL } from '../sound/low-level';

const TASK = 'AWS::ECS::TaskDefinition';
const CONTAINER = 'ContainerDefinitions.0';
const FOLDER = join(__dirname, '..', 'image');
const [{ declare: HAND_WRITTEN }] = LOW_LEVEL;

/** Tasks that Fargate refuses, and images that are not what they seem. */
export const TASKS: readonly BadConfiguration[] = [
  {
    sentence: 'a CPU and memory combination that Fargate does not support',
    foundBy: ['fargate-task-size'],
    ...override(WORKER, TASK, 'Memory', '4096'),
  },
  {
    sentence: 'a CPU and memory combination, written with units, that Fargate does not support',
    foundBy: ['fargate-task-size'],
    ...override(HAND_WRITTEN, TASK, 'Memory', '16 GB'),
  },
  {
    sentence: 'a privileged container',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, TASK, `${CONTAINER}.Privileged`, true),
  },
  {
    sentence: 'a Linux capability that Fargate does not support',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, TASK, `${CONTAINER}.LinuxParameters.Capabilities`, { Add: ['NET_ADMIN'] }),
  },
  {
    sentence: 'a host port that differs from the container port',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, TASK, `${CONTAINER}.PortMappings.0.HostPort`, 80),
  },
  {
    sentence: 'a Docker log driver that Fargate does not support',
    foundBy: ['fargate-supports-parameters'],
    ...byAspect(WORKER, TASK, `${CONTAINER}.LogConfiguration`, { LogDriver: 'json-file' }),
  },
  {
    sentence: 'a shared memory size, which Fargate does not support',
    foundBy: ['fargate-supports-parameters'],
    ...byAspect(HAND_WRITTEN, TASK, `${CONTAINER}.LinuxParameters`, { SharedMemorySize: 128 }),
  },
  {
    sentence: 'the bridge network mode',
    foundBy: ['fargate-supports-parameters'],
    ...override(WORKER, TASK, 'NetworkMode', 'bridge'),
  },
  {
    sentence: 'an image with the tag latest',
    foundBy: ['image-pinned'],
    twin: WORKER,
    declare: worker(stack => ({ container: { image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop/worker')) } })),
  },
  {
    sentence: 'an image without a tag',
    foundBy: ['image-pinned'],
    ...override(HAND_WRITTEN, TASK, `${CONTAINER}.Image`, { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/worker' }),
  },
  {
    sentence: 'an image that is pulled from Docker Hub without credentials',
    foundBy: ['image-not-rate-limited'],
    twin: WORKER,
    declare: worker(() => ({ container: { image: ecs.ContainerImage.fromRegistry('grafana/grafana:12.1.0') } })),
  },
  {
    sentence: 'a sidecar whose image is pulled from Docker Hub without credentials',
    foundBy: ['image-not-rate-limited'],
    ...override(WITH_SIDECAR, TASK, 'ContainerDefinitions.1.Image', 'envoyproxy/envoy:v1.35.0'),
  },
  {
    sentence: 'an ARM image in a task for x86',
    foundBy: ['architecture-stated'],
    twin: WORKER,
    declare: worker(() => ({ container: { image: ecs.ContainerImage.fromAsset(FOLDER, { platform: assets.Platform.LINUX_ARM64 }) } })),
  },
  {
    sentence: 'an EFS volume without encryption in transit',
    foundBy: ['efs-in-transit-encryption'],
    ...override(WITH_FILES, TASK, 'Volumes.0.EFSVolumeConfiguration.TransitEncryption', 'DISABLED'),
  },
  {
    sentence: 'ECS Exec with a read-only root file system and no writable paths for the SSM agent',
    foundBy: ['exec-works-with-read-only-root'],
    breaksToo: ['volumes-mounted'],
    ...remove(WITH_EXEC, TASK, `${CONTAINER}.MountPoints`),
  },
  {
    sentence: 'ECS Exec without an init process',
    foundBy: ['exec-init-process'],
    ...remove(WITH_EXEC, TASK, `${CONTAINER}.LinuxParameters`),
  },
  {
    sentence: 'an EFS volume without IAM authorization on a file system that only roles may mount',
    foundBy: ['file-system-admits-tasks'],
    ...remove(WITH_FILES, TASK, 'Volumes.0.EFSVolumeConfiguration.AuthorizationConfig'),
  },
];
