import { describeContainers, tailLogs } from '../../advice/commands';
import { inLog } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** Somebody listens there already. */
export const appPortInUse: Signature = {
  cause: 'app/port-in-use',
  atBest: 'likely',
  retriable: false,
  says: 'The port is already in use: the containers of a task share their ports, or the program starts twice. Use a '
    + 'different port for each container of the task.',
  toConfirm: 'Compare the ports on which the containers of the task listen. '
    + 'Two containers, or two processes of one container, on the same port confirm it.',
  reads: ['log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/bad-state', 'exit/application-error'],
  onlyLogTellsApart: true,
  logTopics: ['taken port'],
  consolePages: ['log'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { log: ['Error: listen EADDRINUSE: address already in use :::3000'] },
    { log: ['nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)'] },
    { log: ['OSError: [Errno 98] Address already in use'] },
    { log: ['listen tcp :8080: bind: address already in use'] },
    { log: ['Web server failed to start. Port 8080 was already in use.'] },
  ],
  clues: inLog({
    sure: 'likely',
    says: 'the port is already in use',
    words: [
      'EADDRINUSE',
      'address already in use',
      'was already in use',
      'port is already allocated',
      'Address in use',
      'Port … is already in use',
      'Only one usage of each socket address',
      'java.net.BindException: Address already',
    ],
  }),
  actions: evidence => [
    {
      title: 'Compare the ports of the containers.',
      commands: [
        tailLogs(evidence),
        describeContainers(evidence, 'portMappings'),
      ],
      prop: 'containerPort',
    },
  ],
};
