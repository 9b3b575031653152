import { describeSubnet } from '../../advice/network-commands';
import { listMountTargets } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The file system cannot be mounted in this Availability Zone. */
export const initEfsMountTarget: Signature = {
  cause: 'init/efs-mount-target',
  atBest: 'certain',
  retriable: null,
  says: 'The EFS file system has no mount target in the Availability Zone of the task, or the mount target is not '
    + 'available yet. Create one in each Availability Zone that the service uses, and make the service depend on the '
    + 'mount targets.',
  toConfirm: 'List the mount targets of the file system. If none in the Availability Zone of the task is available, this is '
    + 'the cause.',
  reads: ['stop'],
  oftenConfused: ['init/efs-dns', 'init/efs-network'],
  stopFamilies: { EFS: 2 },
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: The file '
        + 'system mount target ip address cannot be found, please pass mount target ip address via mount options. '
        + 'Cannot find mount target for the file system fs-0c874dbad71dead7a, please create a mount target in '
        + 'us-east-1b. : unsuccessful EFS utils command execution; code: 1',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: No matching '
        + 'mount target in the az us-east-1b. Please create one mount target in us-east-1b : unsuccessful EFS utils '
        + 'command execution; code: 1',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the task can use no mount target',
      words: [
        'Cannot find mount target',
        'No matching mount target',
        'mount target ip address cannot be found',
        'mount target … is not available',
        'no mount target',
      ],
    },
    {
      sure: 'possible',
      says: 'the name also fails to resolve if the Availability Zone has no mount target',
      words: [
        'Failed to resolve … .efs.',
        'failed to invoke EFS utils commands',
      ],
      unless: ['access denied', 'No such file or directory', 'timeout', 'Connection reset', 'timed out', 'access point'],
    },
  ),
  actions: evidence => [
    {
      title: 'Compare the Availability Zones of the mount targets and the task.',
      commands: [listMountTargets(evidence), describeSubnet(evidence)],
      prop: 'vpc',
    },
  ],
};
