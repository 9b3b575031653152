import { describeContainers, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The application writes where it may not. */
export const appReadOnlyFilesystem: Signature = {
  cause: 'app/read-only-filesystem',
  atBest: 'likely',
  retriable: false,
  says: 'The application writes to its root file system, which is read-only. Mount a volume on the path that the log '
    + 'names, such as /tmp, and keep the rest read-only.',
  toConfirm: 'Compare the path in the log with the mount points of the container. '
    + 'If no writable mount point contains the path, this is the cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/file-permission', 'app/missing-config'],
  onlyLogTellsApart: true,
  logTopics: ['read-only file system'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ["Error: EROFS: read-only file system, mkdir '/app/.cache'"] },
    { log: ['nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)'] },
    { log: ["OSError: [Errno 30] Read-only file system: '/app/logs'"] },
    { log: ['java.nio.file.FileSystemException: /tmp/tomcat.8080: Read-only file system'] },
    { log: ["FileNotFoundError: [Errno 2] No usable temporary directory found in ['/tmp', '/var/tmp', '/usr/tmp', '/app']"] },
  ],
  clues: inLog({
    sure: 'likely',
    says: 'the application writes to a read-only path',
    words: [
      'EROFS',
      'Read-only file system',
      'read-only filesystem',
      'ReadOnlyFileSystemException',
      'can not modify',
      'is not writable … read-only',
      'No usable temporary directory',
      'could not find a temporary directory',
    ],
    unless: ['can not modify … (is the file|not a)', 'info: ', 'sysctl', '/proc/sys', 'cgroup'],
  }),
  actions: evidence => [
    {
      title: 'Read the path in the log, and mount a volume on it.',
      commands: [
        tailLogs(evidence),
        describeContainers(evidence, 'readonlyRootFilesystem', 'mountPoints'),
      ],
      prop: 'writablePaths',
    },
  ],
};
