import { NOT_EXECUTABLE } from '../../../aws/exit-codes';
import type { Evidence } from '../../../evidence/model/evidence';
import { exitClue, exitCodeOf } from '../../clues/exit-code';
import { wasAskedToStop } from '../../clues/stop-request';
import { inLog, inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The program may not be run. */
export const startPermissionDenied: Signature = {
  cause: 'start/permission-denied',
  atBest: 'certain',
  retriable: false,
  says: 'The user of the container has no permission to execute the entry point. Set the execute permission in the '
    + 'image (COPY --chmod=755, or chmod +x), and build it again.',
  toConfirm: 'List the file in the image with its mode and owner. '
    + 'If the user of the container cannot execute it, this is the cause.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['app/file-permission', 'start/command-not-found'],
  stopFamilies: { command: 3 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed '
        + 'to create shim task: OCI runtime create failed: runc create failed: unable to start container process: '
        + 'exec: "/app/entrypoint.sh": permission denied: unknown',
    },
  ],
  clues: together(
    inStopReason(
      {
        sure: 'certain',
        says: 'the user of the container has no permission to execute the program',
        words: [
          'exec: … permission denied',
          'starting container process caused … permission denied',
          'unable to start container process … permission denied',
          'exec: "…": permi',
        ],
        unless: ['chdir to cwd', 'mknod', 'mount'],
      },
      {
        sure: 'likely',
        says: 'the user of the container has no permission for the working directory',
        words: [
          'chdir to cwd … permission denied',
          'CannotStartContainerError … permission denied',
        ],
      },
    ),
    inStopReason({
      sure: 'possible',
      says: 'a permission is missing at the start, most often for the program itself',
      words: ['permission denied'],
      unless: ['EFS', 'pull', 'mount', 'logging', 'logger', 'secret', 'denied for', 'chdir to cwd', 'mknod'],
    }),
    inLog({
      sure: 'likely',
      says: 'the user of the container has no permission to execute the program',
      words: [
        'exec … : permission denied',
        'exec user process caused … permission denied',
        '[FATAL tini … Permission denied',
        '.sh: Permission denied',
        'sh: … : Permission denied',
        '[dumb-init] … Permission denied',
      ],
      unless: [
        'EACCES',
        'open(',
        'mkdir',
        "can't create",
        'cannot create',
        'cannot touch',
        'chown',
        'cannot open',
        '.(json|env|conf|cnf|cfg|ini|log|txt|yml|yaml|toml|xml|properties|pem|key|crt|pid|lock|html): Permission denied',
      ],
    }),
    code126,
  ),
  actions: () => [
    {
      title: 'List the file in the image with its mode and owner.',
      commands: ['docker run --rm --entrypoint ls <image> -l <entry-point>'],
      prop: 'entryPoint',
    },
  ],
};

function code126(evidence: Evidence): readonly Clue[] {
  if (exitCodeOf(evidence) !== NOT_EXECUTABLE || wasAskedToStop(evidence)) return [];
  return [exitClue(evidence, 'likely', 'a shell ends with 126 when it may not run the program')];
}
