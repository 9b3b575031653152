import { isKnown, UNKNOWN } from '../../facts/model/fact';
import type { EfsVolumeFacts, VolumeFacts } from '../../facts/model/volume';
import type { TaskRule, Violation } from '../model/rule';

export const efsInTransitEncryption: TaskRule = {
  id: 'efs-in-transit-encryption',
  class: 'weakens',
  judges: 'task',
  property: 'Volumes',
  reads: ['task.volumes'],
  title: 'EFS volumes should use transit encryption.',
  why: 'Without TLS, NFS traffic between the task and EFS is not encrypted. '
    + 'ECS rejects IAM authorization and access points if transit encryption is disabled.',
  fix: 'Set transitEncryption: \'ENABLED\' in efsVolumeConfiguration of addVolume. '
    + 'This includes volumes that you add to the taskDefinition of HardenedFargateService.',
  see: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
  prevents: ['init/efs-permission'],
  breaks: {
    containers: { mountPoints: { volume: 'files' } },
    volumes: [
      { name: 'files', efs: { fileSystemId: 'fs-1', mountTargets: UNKNOWN, transitEncryption: false, iam: false, accessPoint: undefined } },
    ],
  },
  holds: ({ volumes }) => {
    if (!isKnown(volumes)) return UNKNOWN;
    const open = volumes.flatMap(volume =>
      isKnown(volume.efs) && volume.efs?.transitEncryption === false ? [violation(volume, volume.efs)] : [],
    );
    const isRefused = open.some(each => each.class === 'refused');
    return open.length === 0 || { seen: open.map(({ seen }) => seen).join('; '), ...isRefused && { class: 'refused' } };
  },
};

function violation({ name }: VolumeFacts, { iam, accessPoint }: EfsVolumeFacts): Violation {
  const found = `${isKnown(name) ? `volume '${name}'` : 'a volume'} has no transit encryption`;
  if (iam === true) return { seen: `${found}, but uses IAM authorization`, class: 'refused' };
  const hasAccessPoint = accessPoint !== undefined && isKnown(accessPoint);
  return hasAccessPoint ? { seen: `${found}, but uses an access point`, class: 'refused' } : { seen: found };
}
