import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { DENIED_PATH } from '../../vocabulary/denied-path';

/** The path belongs to somebody else. */
export const appFilePermission: Signature = {
  cause: 'app/file-permission',
  atBest: 'likely',
  retriable: false,
  says: 'The user of the container has no permission to read or write a path that the log names. Give the path to that '
    + 'user in the image (COPY --chown). For EFS, use an access point with this user and group.',
  toConfirm: 'List the path in the container with its owner and mode, and compare the user that the program runs as. '
    + 'If that user has no permission, this is the cause.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/read-only-filesystem', 'start/permission-denied'],
  onlyLogTellsApart: true,
  logTopics: ['denied access', 'failed write'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ["Error: EACCES: permission denied, mkdir '/home/node/.cache/n8n'"] },
    { log: ["PermissionError: [Errno 13] Permission denied: '/data/db.sqlite'"] },
    { log: ['chown: changing ownership of ‘/bitnami/magento/’: Operation not permitted'] },
    { log: ['mkdir: cannot create directory ‘/bitnami/postgresql’: Permission denied'] },
    { log: ['open /data/prometheus/queries.active: permission denied'] },
    { log: ['java.nio.file.AccessDeniedException: /usr/share/elasticsearch/data/nodes'] },
  ],
  clues: inLog(
    DENIED_PATH,
    {
      sure: 'possible',
      says: 'the directory is missing if this user has no permission to create it',
      words: [
        'provide a valid cache path',
        'No usable temporary directory',
        'could not find a temporary directory',
        'Unable to create tempDir',
      ],
    },
    {
      sure: 'possible',
      says: 'a permission is missing',
      words: [
        'permission denied',
        'operation not permitted',
      ],
      unless: [
        'bind()',
        'listen EACCES',
        'exec ',
        'bind:',
        'pull',
        'setgid',
        'setuid',
        'setgroups',
        'initgroups',
        'sched_set',
        'mlock',
        'permission denied for',
        'ptrace',
        'Docker daemon',
      ],
    },
  ),
  actions: evidence => [
    {
      title: 'Read the path, and the user that the container runs as.',
      commands: [
        tailLogs(evidence),
        `${describeTaskDefinition(evidence)} --query `
          + `'taskDefinition.{volumes:volumes,containerDefinitions:containerDefinitions[].${fields('name', 'user', 'mountPoints')}}'`,
      ],
      prop: 'writablePaths',
    },
  ],
};
