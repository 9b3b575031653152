import { describeInterface } from '../../advice/network-commands';
import { listMountTargets } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const MOUNTING = '(EFS utils|EFS volumes|mount.nfs4)';

/** The mount target does not answer. */
export const initEfsNetwork: Signature = {
  cause: 'init/efs-network',
  atBest: 'likely',
  retriable: false,
  says: 'The mount target of the EFS file system does not respond on port 2049. Allow outbound TCP 2049 in the security '
    + 'group of the task, and inbound TCP 2049 in the security group of the mount target.',
  toConfirm: 'Check the security groups of the task and the mount target. If they do not allow TCP 2049 between them, this is '
    + 'the cause; otherwise, check the network ACLs.',
  reads: ['stop'],
  oftenConfused: ['init/efs-mount-target', 'init/efs-permission'],
  stopFamilies: { EFS: 1 },
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Mount '
        + 'attempt 1/3 failed due to timeout after 15 sec, wait 0 sec before next attempt. Mount attempt 2/3 failed '
        + "due to timeout after 15 sec, wait 0 sec before next attempt. b'mount.nfs4: mount system call failed' "
        + 'Traceback (most recent call last)',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: '
        + 'Connection reset by peer : unsuccessful EFS utils command execution; code: 32',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: '
        + 'Connection timed out : unsuccessful EFS utils command execution; code: 32',
    },
  ],
  clues: inStopReason(
    {
      sure: 'likely',
      says: 'the mount target did not respond',
      words: [
        'Mount attempt #/# failed due to timeout',
        `${MOUNTING} … Connection reset by peer`,
        `${MOUNTING} … timed out`,
        `${MOUNTING} … Connection refused`,
        `${MOUNTING} … No route to host`,
        `${MOUNTING} … mount system call failed`,
        `${MOUNTING} … failed due to timeout`,
        `${MOUNTING} … signal: killed`,
        `${MOUNTING} … initialize TLS tunnel`,
        `${MOUNTING} … deadline exceeded`,
        'ecs-volume-plugin … deadline exceeded',
        'mount NFS … (timeout|timed out)',
      ],
      unless: ['Failed to resolve', 'access denied', 'No such file or directory'],
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; a blocked port is a common one',
      words: [
        'failed to invoke EFS utils commands',
        'amazon-ecs-volume-plugin',
      ],
      unless: ['Failed to resolve', 'access denied', 'No such file or directory', 'access point', 'mount target'],
    },
  ),
  actions: evidence => [
    {
      title: 'Check TCP 2049 in the security groups of the mount target and the task.',
      commands: [listMountTargets(evidence), describeInterface(evidence)],
      prop: null,
    },
  ],
};
