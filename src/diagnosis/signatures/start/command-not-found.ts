import { NOT_FOUND } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { describeContainers } from '../../advice/commands';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { failedContainerCheck } from '../../clues/health-events';
import { wasAskedToStop } from '../../clues/stop-request';
import { atMost, inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';
import { LOOKS_ONLY } from '../../vocabulary/looks-only';

const HEALTH_TOOLS = [
  'curl: not found',
  'wget: not found',
  'curl: command not found',
  'wget: command not found',
  'curl: no such file',
  'OCI runtime exec failed',
  '"curl": executable',
  '"wget": executable',
  'nc: not found',
  'pg_isready',
  ...LOOKS_ONLY,
];

const IN_LOG = inLog(
  {
    sure: 'likely',
    says: 'the shell or the runtime did not find the program to start',
    words: [
      '[FATAL tini … No such file or directory',
      'exec … executable file not found',
      "can't open file",
      'Unable to access jarfile',
      'Could not find or load main class',
      'Could not open input file',
      'command not found',
      'exec: … not found',
      "sh: 0: (cannot open|Can't open) ",
      'sh: … : not found',
      'sh: … not found',
      "can't open … No such file",
      'no such file or directory: exec',
      'npm ERR! missing script',
      'npm error Missing script',
      'Missing script:',
      'error Command "…" not found',
      '[dumb-init] … No such file',
      'Could not find a production build',
      'Failed to find attribute … in',
      'ENOENT … spawn',
      'spawn … ENOENT',
      "No module named '(uvicorn|gunicorn|hypercorn|daphne|flask|celery|python|python3|streamlit) ",
      'no main manifest attribute',
      'Error loading ASGI app',
      'Could not find (a|the) command',
      'unrecognized command',
      'No such command',
      'Could not read package.json',
      'Could not locate Gemfile',
    ],
    unless: [...HEALTH_TOOLS, 'sh\\r', 'node\\r', 'python\\r', 'interpreter', 'bundler:'],
  },
  {
    sure: 'possible',
    says: 'the program or its interpreter does not exist',
    words: [
      'bundler: command not found',
      'exec … no such file or directory',
      'exec user process caused … no such file or directory',
    ],
  },
);

/** There is nothing to start under this name. */
export const startCommandNotFound: Signature = {
  cause: 'start/command-not-found',
  atBest: 'certain',
  retriable: false,
  says: 'The command or entry point names a file that is not in the image. Use a list of words instead of one string, '
    + 'and the path inside the image. Check that no volume is mounted over the file.',
  toConfirm: 'Run the image with a shell as entry point, and look for the file. '
    + 'If the file is missing or not in PATH, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/missing-module', 'start/exec-format'],
  stopFamilies: { command: 1 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed '
        + 'to create shim task: OCI runtime create failed: runc create failed: unable to start container process: '
        + 'exec: "npm start": executable file not found in $PATH: unknown',
    },
    {
      stoppedReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI '
        + 'runtime create failed: container_linux.go:370: starting container process caused: exec: '
        + '"/opt/sonarqube/bin/run.sh": stat /opt/sonarqube/bin/run.sh: no such file or directory',
    },
  ],
  clues: together(
    inStopReason(
      {
        sure: 'certain',
        says: 'the image has no such program',
        words: [
          'executable file not found',
          'exec: … stat … no such file or',
          'exec: … no such file or direct',
          'starting container process caused … no such file or direct',
          'unable to start container process: exec … not found',
        ],
        unless: ['interpreter', 'EFS utils'],
      },
      {
        sure: 'likely',
        says: 'the working directory or the program is not in the image',
        words: [
          'chdir to cwd … no such file',
          'CannotStartContainerError … no such file or directory',
          'no command specified',
          'exec: … stat /',
          'API error (404) … exec:',
        ],
        unless: ['/etc/passwd', 'error during container init', 'rootfs_linux', 'permission denied'],
      },
    ),
    evidence => failedContainerCheck(evidence) ? atMost('possible', IN_LOG(evidence)) : IN_LOG(evidence),
    code127,
  ),
  actions: evidence => [
    {
      title: 'Read the command and the entry point.',
      commands: [
        describeContainers(evidence, 'entryPoint', 'command', 'workingDirectory'),
      ],
      prop: 'command',
    },
    { title: 'Look for the file in the image.', commands: ['docker run --rm -it --entrypoint sh <image>'], prop: 'entryPoint' },
  ],
};

function code127(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== NOT_FOUND || wasAskedToStop(evidence)) return [];
  return [exitClue(evidence, 'likely', 'a shell ends with 127 when it does not find the program')];
}
