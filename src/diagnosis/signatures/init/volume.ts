import { describeTaskDefinition, redeploy } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** A volume of the task definition was not made. */
export const initVolume: Signature = {
  cause: 'init/volume',
  atBest: 'likely',
  retriable: null,
  says: 'ECS could not create or mount a volume of the task. Compare the volumes and mount points of the task '
    + 'definition with what Fargate supports: bind mounts without a host path, EFS, and EBS.',
  toConfirm: 'Read volumes and mountPoints of the task definition. A host path or a Docker volume confirms it; without one, '
    + 'deploy again to see whether the error was temporary.',
  reads: ['stop'],
  oftenConfused: ['init/storage', 'start/mount-conflict'],
  stopFamilies: { storage: 1, mount: 2 },
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      containerReason: 'CannotCreateVolumeError: unable to copy contents to volume on host: containerd: failed to get image '
        + 'reference: context deadline exceeded',
    },
    { stoppedReason: 'CannotCreateVolumeError: failed to create volume' },
    {
      stoppedReason: 'CannotCreateContainerError: Error response from daemon: failed to copy file info for '
        + '/var/lib/ecs/volumes/ecs-web-2-config-b4b9d9998e91d583f801: failed to chown '
        + '/var/lib/ecs/volumes/ecs-web-2-config-b4b9d9998e91d583f801: lchown '
        + '/var/lib/ecs/volumes/ecs-web-2-config-b4b9d9998e91d583f801: operation not permitted',
    },
    { stoppedReason: 'ResourceInitializationError: unable to create volume: host.sourcePath is not supported on Fargate' },
  ],
  clues: inStopReason({
    sure: 'likely',
    says: 'a volume was not created',
    words: [
      'CannotCreateVolumeError',
      'unable to create volume',
      'failed to create volume',
      'host.sourcePath',
      'unable to copy contents to volume',
      'CreateVolumeError',
      'unable to copy contents from the image',
      'copy existing contents to task volume',
      'InvalidVolumeError',
      'volume … not supported',
      'failed to copy file info',
      'CannotCreateContainerError … failed to chown',
      'VolumeDriver.Mount',
      'VolumeDriver.Create',
    ],
    unless: ['EFS utils', 'mount target', 'ecs-volume-plugin … deadline exceeded'],
  }),
  actions: evidence => [
    {
      title: 'Read the volumes of the task definition.',
      commands: [
        `${describeTaskDefinition(evidence)} --query 'taskDefinition.{volumes:volumes,mountPoints:containerDefinitions[].mountPoints}'`,
      ],
      prop: null,
    },
    { title: 'If the volumes are correct, try again.', commands: [redeploy(evidence)], prop: null },
  ],
};
