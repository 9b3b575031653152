import { showPlatforms } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The image was not built for the task's processor. */
export const pullPlatformMismatch: Signature = {
  cause: 'pull/platform-mismatch',
  atBest: 'certain',
  retriable: false,
  says: 'The image has no build for the CPU architecture of the task. Build it for that platform too (docker buildx '
    + 'build --platform linux/amd64,linux/arm64), or set cpuArchitecture to the architecture of the image.',
  toConfirm: 'List the platforms of the image. If none matches cpuArchitecture of the task definition (amd64 is X86_64, arm64 '
    + 'is ARM64), this is the cause.',
  reads: ['stop'],
  oftenConfused: ['start/exec-format', 'pull/image-not-found'],
  consolePages: ['repository'],
  suspectChanges: ['image', 'architecture', 'execution role', 'ephemeral storage'],
  seenIn: [
    {
      stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain '
        + "descriptor matching platform 'linux/amd64'",
    },
    {
      serviceEvent: '(service relay-worker) was unable to place a task. '
        + 'Reason: CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not '
        + "contain descriptor matching platform 'linux/amd64'.",
    },
    {
      containerReason: 'CannotPullContainerError: Error response from daemon: no matching manifest for linux/arm64/v8 in the '
        + 'manifest list entries',
    },
    {
      stoppedReason: 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to unpack image on snapshotter '
        + 'overlayfs: no match for platform in manifest sha256:aa: not found',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the image has no entry for the platform of the task',
      words: [
        'descriptor matching platform',
        'no match for platform',
        'image Manifest does not contain',
        'no matching manifest for',
        'find a descriptor for platform',
        'failed to find a descriptor',
        'cannot be used on this platform',
        'does not match the specified platform',
        'does not match the detected host platform',
      ],
    },
    {
      sure: 'likely',
      says: 'the image was built for another version of Windows than the platform of the task',
      words: ['operating system does not match the host', '0xc0370101'],
    },
    {
      sure: 'possible',
      says: 'the reference might name a build attestation and not an image',
      words: ['no processor for media-type'],
    },
  ),
  actions: evidence => [
    { title: 'Check which platforms the image was built for.', commands: [showPlatforms(evidence)], prop: null },
    {
      title: 'Build for the platform of the task.',
      commands: ['docker buildx build --platform linux/amd64,linux/arm64 --push -t <image> .'],
      prop: 'image',
    },
  ],
};
