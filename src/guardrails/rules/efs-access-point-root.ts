import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { EfsVolumeFacts, VolumeFacts } from '../../facts/model/volume';
import type { TaskRule } from '../model/rule';

export const efsAccessPointRoot: TaskRule = {
  id: 'efs-access-point-root',
  class: 'refused',
  judges: 'task',
  property: 'Volumes',
  reads: ['task.volumes'],
  title: 'An EFS volume with an access point should not set a root directory.',
  why: 'ECS rejects a task definition if an EFS volume has both an access point and a root directory other than "/".',
  fix: 'Remove rootDirectory from efsVolumeConfiguration of addVolume, and set the path of the access point instead. '
    + 'The same applies to the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
  prevents: [],
  breaks: {
    containers: { mountPoints: { volume: 'files' } },
    volumes: [{
      name: 'files',
      efs: {
        fileSystemId: 'fs-1',
        mountTargets: UNKNOWN,
        transitEncryption: true,
        iam: true,
        accessPoint: 'fsap-1',
        rootDirectory: '/data',
      },
    }],
  },
  holds: ({ volumes }) => {
    if (!isKnown(volumes)) return UNKNOWN;
    const rooted = volumes.flatMap(volume => isKnown(volume.efs) && volume.efs !== undefined ? rootOf(volume, volume.efs) : []);
    return rooted.length === 0 || { seen: rooted.join('; ') };
  },
};

function rootOf({ name }: VolumeFacts, { accessPoint, rootDirectory: root }: EfsVolumeFacts): readonly string[] {
  if (accessPoint === undefined || !isKnown(accessPoint) || typeof root !== 'string' || root === '/' || root === '') return [];
  return [`${isKnown(name) ? `volume '${name}'` : 'a volume'} has an access point and the root directory ${root}`];
}
