import { showFileSystemPolicy, showRolePolicies } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The file system refuses the task. */
export const initEfsPermission: Signature = {
  cause: 'init/efs-permission',
  atBest: 'certain',
  retriable: false,
  says: 'The EFS file system denied the mount. Enable IAM authorization and transit encryption for the volume. Grant '
    + 'elasticfilesystem:ClientMount and ClientWrite to the task role, and allow the role in the file system policy.',
  toConfirm: 'Compare the file system policy with the volume and the task role. If it requires IAM authorization, an access '
    + 'point, or a permission that they lack, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/efs-path', 'init/efs-network'],
  stopFamilies: { EFS: 3 },
  consolePages: ['role'],
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: '
        + "b'mount.nfs4: access denied by server while mounting 127.0.0.1:/' : unsuccessful EFS utils command "
        + 'execution; code: 32',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web/1 is not authorized to perform: elasticfilesystem:ClientMount : '
        + 'unsuccessful EFS utils command execution; code: 1',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the file system denied the mount',
      words: [
        'access denied by server while mounting',
        'elasticfilesystem:Client',
        '(EFS utils|mount.nfs4) … access denied',
        '(EFS utils|mount.nfs4) … Permission denied',
        '(EFS utils|mount.nfs4) … Operation not permitted',
      ],
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; a denied mount is a common one',
      words: [
        'failed to invoke EFS utils commands',
        'mount.nfs4: Connection reset by peer',
      ],
      unless: ['Failed to resolve', 'No such file or directory', 'timeout', 'timed out', 'mount target'],
    },
  ),
  actions: evidence => [
    {
      title: 'Check who has permission to mount the file system.',
      commands: [showFileSystemPolicy(evidence), ...showRolePolicies(evidence, 'task-role-name')],
      prop: null,
    },
  ],
};
