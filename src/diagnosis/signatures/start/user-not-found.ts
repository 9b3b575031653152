import { describeContainers } from '../../advice/commands';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** Why the files of an image could not be read, whatever the user is. */
const OTHER_REASONS = [
  'read-only file system', 'no space left', 'permission denied', 'input/output error', 'too many open files', 'too many levels',
];

/** The image does not know the user. */
export const startUserNotFound: Signature = {
  cause: 'start/user-not-found',
  atBest: 'certain',
  retriable: false,
  says: 'The user or group in the task definition or the image does not exist in the image. Use a number, such as '
    + '65532:65532, or add the user to the image.',
  toConfirm: 'Look for the user in /etc/passwd of the image. '
    + 'If the file does not contain the user, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['start/mount-conflict', 'start/permission-denied'],
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: unable to create new container: mount callback '
        + 'failed on /tmp/containerd-mount916692511: open /tmp/containerd-mount916692511/etc/passwd: no such file or '
        + 'directory',
    },
    {
      containerReason: 'CannotStartContainerError: Error response from daemon: unable to find user app: no matching entries in '
        + 'passwd file',
    },
    { log: ['nginx: [emerg] getpwnam("nginx") failed in /etc/nginx/nginx.conf:2'] },
  ],
  clues: together(
    inStopReason({
      sure: 'possible',
      says: 'the message does not give the reason; an unknown user is the most common one',
      words: [
        'mount callback failed on',
        'CannotStartContainerError … unable to find',
      ],
      unless: OTHER_REASONS,
    }),
    inStopReason({
      sure: 'certain',
      says: 'the user does not exist in the image',
      words: [
        'unable to find user',
        'unable to find group',
        'no matching entries in passwd',
        'no matching entries in group',
        'no users found',
        'no groups found',
        'mount callback failed … /etc/(passwd|group)',
      ],
      unless: OTHER_REASONS,
    }),
    inLog({
      sure: 'certain',
      says: 'the user does not exist in the image',
      words: [
        'no matching entries in passwd',
        'unable to find user',
        'getpwnam(…) failed',
        'getgrnam(…) failed',
        'AH00543',
        'gosu: … unable to find user',
        'bad user name',
        'su-exec: … : Unknown user',
        'setpriv: … user',
      ],
    }),
  ),
  actions: evidence => [
    {
      title: 'Compare the user of the task definition with the users of the image.',
      commands: [
        describeContainers(evidence, 'user'),
        'docker run --rm --entrypoint cat <image> /etc/passwd',
      ],
      prop: 'user',
    },
  ],
};
