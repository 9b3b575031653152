import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { DISK_FULL_ABROAD } from '../../vocabulary/disk-full';

/** The disk was full when the application wrote to it. */
export const appDiskFull: Signature = {
  cause: 'app/disk-full',
  atBest: 'likely',
  retriable: false,
  says: 'The disk was full when the application wrote to it. Delete files that are no longer needed, or increase '
    + 'ephemeralStorage: a Fargate task has 20 GiB by default and 200 GiB at most.',
  toConfirm: 'Compare EphemeralStorageUtilized with EphemeralStorageReserved in Container Insights. '
    + 'Nearly equal values confirm it.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/kernel-limit', 'exit/application-error'],
  onlyLogTellsApart: true,
  consolePages: ['log'],
  suspectChanges: ['image', 'ephemeral storage', 'mounts', 'volumes', 'environment', 'command'],
  seenIn: [
    { log: ["OSError: [Errno 28] No space left on device: '/tmp/export.csv'"] },
    { log: ["Error: ENOSPC: no space left on device, write '/app/cache/1'"] },
    { log: ['System.IO.IOException: There is not enough space on the disk.'] },
    { log: ['java.io.IOException: Disk quota exceeded'] },
  ],
  clues: inLog({
    sure: 'likely',
    says: 'the disk was full when the application wrote',
    words: [
      'No space left on device',
      'ENOSPC',
      'Errno::ENOSPC',
      'not enough space on the disk',
      'Disk quota exceeded',
      'disk is full',
      'database or disk is full',
      'StorageFull',
      'could not extend file … No space',
      ...DISK_FULL_ABROAD,
    ],
    unless: [
      'file watchers',
      'inotify',
      'CannotPull',
      'failed to extract layer',
      'failed to register layer',
      'GetImageBlob',
      'shared memory',
      '/dev/shm',
    ],
  }),
  actions: evidence => [
    {
      title: 'Read which file the application was writing, and compare its size with the ephemeralStorage of the task.',
      commands: [tailLogs(evidence), `${describeTaskDefinition(evidence)} --query 'taskDefinition.ephemeralStorage'`],
      prop: null,
    },
  ],
};
