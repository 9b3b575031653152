import { describeContainers } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The port is for root. */
export const appPortPrivileged: Signature = {
  cause: 'app/port-privileged',
  atBest: 'certain',
  retriable: false,
  says: 'The application runs as a user other than root, and the system does not allow it to listen on a port below '
    + '1024. Change the application to listen on 8080 or another port above 1023, and set containerPort to it.',
  toConfirm: 'Compare the user of the container with the port on which it listens. '
    + 'A user other than root with a port below 1024 confirms it.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/file-permission', 'app/port-in-use'],
  onlyLogTellsApart: true,
  logTopics: ['denied port'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['[emerg] 19#19: bind() to [::]:80 failed (13: Permission denied)'] },
    { log: ['Error: listen EACCES: permission denied 0.0.0.0:80'] },
    { log: ['listen tcp :443: bind: permission denied'] },
    { log: ['(13)Permission denied: AH00072: make_sock: could not bind to address [::]:80'] },
  ],
  clues: inLog(
    {
      sure: 'certain',
      says: 'this user has no permission to listen on this port',
      words: [
        'bind() to … Permission denied',
        'listen EACCES',
        'bind: permission denied',
        'make_sock: could not bind … Permission denied',
        'Permission denied … could not bind',
        'SocketException: Permission denied',
        'SocketException (13): Permission denied',
        'cannot bind … permission denied',
        'unable to bind … permission denied',
        'failed to listen … permission denied',
        'can not bind … permission denied',
        'error binding … permission denied',
        'binding to port … (denied|permission)',
        'Errno::EACCES … bind(2)',
        'bind(2) for … Permission denied',
        'Permission denied - bind',
        "[Errno 13] Permission denied: ('",
        'could not listen … permission',
        'listen tcp … bind: permission',
        'could not bind … Permission denied',
        "Can't bind TCP … Permission denied",
        'bind … EACCES',
        'attempting to bind … permission denied',
        'bind … os error 13',
        'AccessDenied … UnableToBind',
        'Failed to bind … (permission denied|access)',
      ],
      unless: ['unix:', '.sock(:|"| |,)', 'AccessDeniedException[/'],
    },
    {
      sure: 'possible',
      says: 'this user has no permission to listen on this port',
      words: ['[Errno 13] Permission denied'],
      unless: ["denied: '/", 'denied: /', "denied: '."],
    },
  ),
  actions: evidence => [
    {
      title: 'Compare the user and the ports of the container.',
      commands: [describeContainers(evidence, 'user', 'portMappings')],
      prop: 'containerPort',
    },
  ],
};
