import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { EfsVolumeFacts, VolumeFacts } from '../../facts/model/volume';
import type { TaskRule } from '../model/rule';

export const efsInTransitEncryption: TaskRule = {
  id: 'efs-in-transit-encryption',
  level: 'error',
  judges: 'task',
  property: 'Volumes',
  title: 'Files on EFS travel encrypted.',
  why: 'Without it everybody on the way reads them, and ECS refuses a volume that uses IAM or an access point.',
  fix: 'Set transitEncryption: \'ENABLED\' in efsVolumeConfiguration of addVolume, also on the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
  prevents: ['init/efs-permission'],
  breaks: {
    volumes: [
      { name: 'files', efs: { fileSystemId: 'fs-1', mountTargets: UNKNOWN, transitEncryption: false, iam: true, accessPoint: undefined } },
    ],
  },
  holds: ({ volumes }) => {
    if (!isKnown(volumes)) return UNKNOWN;
    const open = volumes.flatMap(volume =>
      isKnown(volume.efs) && volume.efs?.transitEncryption === false ? [sentence(volume, volume.efs)] : [],
    );
    return open.length === 0 || { seen: open.join('; ') };
  },
};

function sentence({ name }: VolumeFacts, { iam, accessPoint }: EfsVolumeFacts): string {
  const needs =
    iam === true ? ', although it uses IAM' : accessPoint !== undefined && isKnown(accessPoint) ? ', although it uses an access point' : '';
  return `${isKnown(name) ? `volume '${name}'` : 'a volume'} travels in the clear${needs}`;
}
