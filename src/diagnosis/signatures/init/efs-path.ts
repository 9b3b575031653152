import { aws } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The directory to mount is not there. */
export const initEfsPath: Signature = {
  cause: 'init/efs-path',
  atBest: 'certain',
  retriable: false,
  says: 'The directory or the access point that the volume names does not exist on the EFS file system. Create the '
    + 'directory, or use an access point that creates it with owner and permissions.',
  toConfirm: 'List the access points, or mount the file system elsewhere. If the access point or root directory of the volume '
    + 'is missing, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/efs-permission', 'init/efs-mount-target'],
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: '
        + 'mounting fs-e5645f66.efs.us-east-1.amazonaws.com:/opt/splunk failed, reason given by server: No such file '
        + 'or directory : unsuccessful EFS utils command execution; code: 32',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the file system has no such directory or access point',
    words: [
      'reason given by server: No ',
      '(EFS utils|mount.nfs4) … No such file or directory',
      'access point … does not exist',
      'EFS utils … AccessPointNotFound',
      'access point … not found',
    ],
  }),
  actions: evidence => [
    {
      title: 'List the access points. One with creation info creates its directory.',
      commands: [aws(evidence, 'efs describe-access-points --file-system-id <file-system-id>')],
      prop: null,
    },
  ],
};
