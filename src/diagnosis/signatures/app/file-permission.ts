import { describeTaskDefinition, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The path belongs to somebody else. */
export const appFilePermission: Signature = {
  cause: 'app/file-permission',
  atBest: 'likely',
  retriable: false,
  says: 'The user of the container may not read or write a path that the log names. Give the path to that user in the image (COPY --chown), and for EFS use an access point with this user and group.',
  toConfirm: 'List the path in the container with owner and mode, and compare the user that the program runs as.',
  seenIn: [
    { log: ["Error: EACCES: permission denied, mkdir '/home/node/.cache/n8n'"] },
    { log: ["PermissionError: [Errno 13] Permission denied: '/data/db.sqlite'"] },
    { log: ['chown: changing ownership of ‘/bitnami/magento/’: Operation not permitted'] },
    { log: ['mkdir: cannot create directory ‘/bitnami/postgresql’: Permission denied'] },
    { log: ['open /data/prometheus/queries.active: permission denied'] },
    { log: ['java.nio.file.AccessDeniedException: /usr/share/elasticsearch/data/nodes'] },
  ],
  clues: inLog(
    {
      sure: 'likely',
      says: 'this user may not use that path',
      words: ['EACCES: permission denied', 'not owned by the current', 'is not owned by', 'wrong ownership', 'owned by … but … running as', 'FileNotFoundException: … (Permission denied)', 'PermissionError: [Errno 13]', 'EPERM: operation not permitted', 'chown: … Operation not permitted', 'chown … operation not permitted', 'cannot create directory … Permission denied', 'Permission denied: /', "Permission denied: '/", 'open … : permission denied', 'mkdir … : permission denied', 'cannot touch … Permission denied', 'AccessDeniedException: /', 'Permission denied @', 'Errno::EACCES', 'failed to open stream: Permission denied', 'is not writable', 'could not open file … Permission denied', 'could not create … Permission denied', 'could not change permissions of directory', 'initdb: error: could not', 'data directory … has wrong ownership', 'data directory … has invalid permissions', "Can't open … Permission denied", "can't create … Permission denied", 'cannot open … Permission denied', 'cannot create … Permission denied', 'failed (13: Permission denied)', 'Access to the path … is denied', 'UnauthorizedAccessException', 'Unable to create directory', 'not permitted to write', 'Unable to write', 'The stream or file … could not be opened', 'missing write permission', 'is not readable', 'unable to open database file', 'chmod: … Operation not permitted', 'PermissionError: [Errno 1]', 'failed to create … permission denied', 'stat … : permission denied', 'cannot (stat|remove|copy|move|access|open) … Permission denied', 'Permission denied (os error 13)', 'Permission denied - /', 'touch: … Permission denied', 'tee: … Permission denied', 'failed (13: permission denied)', 'AccessDeniedException … nio', 'has no write permission', 'not writable by', 'Can not write to … permissions', 'Wrong volume permissions', 'sh: line … .(json|env|conf|cnf|cfg|ini|log|txt|yml|yaml|toml|xml|properties|pem|key|crt|pid|lock|html): Permission denied'],
      unless: ['bind()', 'listen EACCES', 'attempting to bind', 'exec /', 'socket', 'tini', 'setrlimit', 'bind:', 'exec: ', 'user process caused'],
    },
    { sure: 'possible', says: 'a permission is missing', words: ['permission denied', 'operation not permitted'], unless: ['bind()', 'listen EACCES', 'exec ', 'bind:', 'pull', 'setgid', 'setuid', 'setgroups', 'initgroups', 'sched_set', 'mlock', 'permission denied for', 'ptrace', 'Docker daemon'] },
  ),
  actions: evidence => [
    { title: 'Read which path it is, and as which user the container runs.', commands: [tailLogs(evidence), `${describeTaskDefinition(evidence)} --query 'taskDefinition.[volumes,containerDefinitions[].[name,user,mountPoints]]'`], prop: 'writablePaths' },
  ],
};
