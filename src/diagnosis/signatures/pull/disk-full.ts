import { describeTaskDefinition } from '../../advice/commands';
import { showPlatforms } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The image does not fit. */
export const pullDiskFull: Signature = {
  cause: 'pull/disk-full',
  atBest: 'certain',
  retriable: false,
  says: 'The unpacked image does not fit in the ephemeral storage of the task, which is 20 GiB by default. Make the '
    + 'image smaller, or set up to 200 GiB.',
  toConfirm: 'Add the compressed size and the unpacked size of the image. If the sum is close to or above the ephemeral '
    + 'storage (20 GiB by default), this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/storage', 'pull/network'],
  stopFamilies: { storage: 3 },
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:aa: write '
        + '/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/1/fs/model.bin: no space left on '
        + 'device: unknown',
    },
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:aa: '
        + 'hcsshim::ImportLayer - failed failed in Win32: There is not enough space on the disk. (0x70)',
    },
    { containerReason: 'CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device' },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the disk was full while the image was unpacked',
      words: [
        '(CannotPull|pull has been retried|failed to extract layer|failed to unpack) … no space left on device',
        'GetImageBlob … no space left',
        '(CannotPull|failed to extract layer|failed to unpack|ImportLayer) … not enough space on the disk',
      ],
    },
    {
      sure: 'possible',
      says: 'the message does not give the reason; while a layer is unpacked, a full disk is the most common one',
      words: [
        'failed to register layer',
        'failed to extract layer',
      ],
      unless: ['connection reset', 'unexpected EOF', 'timeout'],
    },
    {
      sure: 'likely',
      says: 'a layer could not be written, most often because the disk is full',
      words: [
        'failed to extract layer … : write /',
        'apply failure, attempting cleanup … failed to extract layer',
        'no space left',
        'failed to register layer … : no space',
        'failed to register layer … : write /',
        'not enough space on the disk',
        'disk quota exceeded',
        'ENOSPC',
      ],
      unless: ['connection reset', 'unexpected EOF'],
    },
  ),
  actions: evidence => [
    { title: 'Check the size of the image.', commands: [showPlatforms(evidence)], prop: 'image' },
    {
      title: 'Increase the ephemeral storage of the task (ephemeralStorageGiB, at most 200).',
      commands: [`${describeTaskDefinition(evidence)} --query 'taskDefinition.ephemeralStorage'`],
      prop: null,
    },
  ],
};
