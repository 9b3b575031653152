import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { BadConfiguration } from '../configuration';
import { WITH_EXEC, WITH_FILES, WITH_SECRET, WITH_SIDECAR, worker, WORKER } from './twins';
import { byAspect, override, remove, spoil } from '../parts/spoil';

const TASK = 'AWS::ECS::TaskDefinition';
const CONTAINER = 'ContainerDefinitions.0';
const SIDECAR = 'ContainerDefinitions.1';

/** Task definitions that ECS does not register. */
export const REFUSED_TASKS: readonly BadConfiguration[] = [
  {
    sentence: 'a container that reserves more CPU units than its task has',
    foundBy: ['container-cpu-fits'],
    ...byAspect(WORKER, TASK, `${CONTAINER}.Cpu`, 512),
  },
  {
    sentence: 'containers that together reserve more CPU units than their task has',
    foundBy: ['container-cpu-fits'],
    ...spoil(WITH_SIDECAR, stack => {
      const { defaultChild } = stack.node.findChild('Task').node;
      for (const container of [CONTAINER, SIDECAR]) (defaultChild as ecs.CfnTaskDefinition).addPropertyOverride(`${container}.Cpu`, 192);
    }),
  },
  {
    sentence: 'an awslogs log driver without a stream prefix',
    foundBy: ['log-options-complete'],
    ...remove(WORKER, TASK, `${CONTAINER}.LogConfiguration.Options.awslogs-stream-prefix`),
  },
  {
    sentence: 'the awsfirelens log driver in a task without a log router',
    foundBy: ['firelens-has-router'],
    ...override(WORKER, TASK, `${CONTAINER}.LogConfiguration`, { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch' } }),
  },
  {
    sentence: 'a log router that no container sends logs to',
    foundBy: ['firelens-has-router'],
    ...override(WITH_SIDECAR, TASK, `${SIDECAR}.FirelensConfiguration`, { Type: 'fluentbit' }),
  },
  {
    sentence: 'a mount point for a volume that the task definition does not declare',
    foundBy: ['mount-names-volume'],
    ...spoil(WITH_FILES, stack => (stack.node.findChild('Task') as ecs.FargateTaskDefinition).defaultContainer?.addMountPoints(
      { sourceVolume: 'cache', containerPath: '/cache', readOnly: false },
    )),
  },
  {
    sentence: 'a mount point with a misspelled volume name',
    foundBy: ['mount-names-volume'],
    breaksToo: ['volumes-mounted'],
    ...override(WITH_FILES, TASK, `${CONTAINER}.MountPoints.0.SourceVolume`, 'Shared'),
  },
  {
    sentence: 'a volume that no container mounts',
    foundBy: ['volumes-mounted'],
    ...spoil(WITH_EXEC, stack => (stack.node.findChild('Task') as ecs.FargateTaskDefinition).addVolume({ name: 'cache' })),
  },
  {
    sentence: 'two volumes with the same name',
    foundBy: ['names-unique'],
    breaksToo: ['volumes-mounted'],
    ...spoil(WITH_EXEC, stack => {
      const task = stack.node.findChild('Task') as ecs.FargateTaskDefinition;
      for (let copies = 0; copies < 2; copies++) task.addVolume({ name: 'cache' });
    }),
  },
  {
    sentence: 'two containers with the same name',
    foundBy: ['names-unique'],
    breaksToo: ['dependency-has-health-check'],
    ...override(WITH_SIDECAR, TASK, `${SIDECAR}.Name`, 'app'),
  },
  {
    sentence: 'a secret and an environment variable with the same name',
    foundBy: ['secret-names-unique'],
    ...override(WITH_SECRET, TASK, `${CONTAINER}.Environment`, [{ Name: 'TOKEN', Value: '' }]),
  },
  {
    sentence: 'less ephemeral storage than the Fargate minimum',
    foundBy: ['ephemeral-storage-limits'],
    ...override(WORKER, TASK, 'EphemeralStorage', { SizeInGiB: 20 }),
  },
  {
    sentence: 'more ephemeral storage than the Fargate maximum, set by an Aspect',
    foundBy: ['ephemeral-storage-limits'],
    ...byAspect(WORKER, TASK, 'EphemeralStorage.SizeInGiB', 256),
  },
  {
    sentence: 'an environment file without the .env extension',
    foundBy: ['environment-file-valid'],
    twin: WORKER,
    declare: worker(stack => ({
      container: { environmentFiles: [ecs.EnvironmentFile.fromBucket(s3.Bucket.fromBucketName(stack, 'Settings', 'shop-settings'), 'production.txt')] },
    })),
  },
  {
    sentence: 'an EFS volume with both an access point and a root directory',
    foundBy: ['efs-access-point-root'],
    ...spoil(WITH_FILES, stack => {
      const point = (stack.node.findChild('Files') as efs.FileSystem).addAccessPoint('Point', { path: '/shop' });
      const task = stack.node.findChild('Task').node.defaultChild as ecs.CfnTaskDefinition;
      task.addPropertyOverride('Volumes.0.EFSVolumeConfiguration.AuthorizationConfig', { AccessPointId: point.accessPointId });
      task.addPropertyOverride('Volumes.0.EFSVolumeConfiguration.RootDirectory', '/shop');
    }),
  },
  {
    sentence: 'volumes from a container that the task definition does not have',
    foundBy: ['volumes-from-names-container'],
    ...override(WITH_SIDECAR, TASK, `${CONTAINER}.VolumesFrom`, [{ SourceContainer: 'envoy', ReadOnly: true }]),
  },
  {
    sentence: 'a soft limit for open files above the hard limit',
    foundBy: ['ulimits-valid'],
    ...override(WORKER, TASK, `${CONTAINER}.Ulimits`, [{ Name: 'nofile', SoftLimit: 65_536, HardLimit: 4096 }]),
  },
  {
    sentence: 'a task definition family with a slash in its name',
    foundBy: ['names-valid'],
    ...override(WORKER, TASK, 'Family', 'shop/worker'),
  },
  {
    sentence: 'a container with a dot in its name',
    foundBy: ['names-valid'],
    ...override(WORKER, TASK, `${CONTAINER}.Name`, 'shop.worker'),
  },
  {
    sentence: 'a port mapping with a capital letter in its name',
    foundBy: ['names-valid'],
    ...override(WORKER, TASK, `${CONTAINER}.PortMappings.0.Name`, 'Http'),
  },
  {
    sentence: 'a service with a space in its name',
    foundBy: ['names-valid'],
    ...override(WORKER, 'AWS::ECS::Service', 'ServiceName', 'shop worker'),
  },
  {
    sentence: 'a task definition for EC2 on Fargate',
    foundBy: ['fargate-supports-parameters', 'fargate-task-size'],
    ...spoil(WORKER, stack => {
      const task = stack.node.findChild('Task').node.defaultChild as ecs.CfnTaskDefinition;
      task.addPropertyOverride('RequiresCompatibilities', ['EC2']);
      task.addPropertyOverride('NetworkMode', 'bridge');
      for (const property of ['Cpu', 'Memory']) task.addPropertyDeletionOverride(property);
    }),
  },
];
