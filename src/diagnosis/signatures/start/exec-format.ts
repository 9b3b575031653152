import { describeTaskDefinition } from '../../advice/commands';
import { showPlatforms } from '../../advice/resource-commands';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = { sure: 'certain', says: 'the kernel cannot run this file', words: ['exec format error'] };

/** The kernel cannot run the program. */
export const startExecFormat: Signature = {
  cause: 'start/exec-format',
  atBest: 'certain',
  retriable: false,
  says: 'The program was built for another CPU architecture, or the script has no interpreter '
    + 'line or has Windows line endings. Build the image for the platform of the task, or set cpuArchitecture to the '
    + 'architecture of the image.',
  toConfirm: 'Compare the platform of the image with cpuArchitecture of the task, and check the first line of the script. '
    + 'A different platform, or a script without a shebang line, confirms it.',
  reads: ['stop', 'log'],
  broader: 'exit/application-error',
  explainsSymptoms: true,
  oftenConfused: ['start/command-not-found', 'pull/platform-mismatch'],
  stopFamilies: { command: 2 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    { exitCode: 1, log: ['exec /usr/local/bin/python3: exec format error'] },
    { log: ['standard_init_linux.go:228: exec user process caused: exec format error'] },
    {
      containerReason: 'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: OCI '
        + 'runtime create failed: container_linux.go:380: starting container process caused: exec: "/app/start.sh": '
        + 'exec format error',
    },
    { log: ['/usr/bin/env: ‘bash\\r’: No such file or directory'] },
  ],
  clues: together(
    inStopReason(WORDING),
    inLog(
      WORDING,
      {
        sure: 'certain',
        says: 'the script has Windows line endings',
        words: [
          "env: (|can't execute )'(bash|sh|node|python|python3|ruby|php)\\r'",
          "env: '(bash|sh|node|python|python3) '",
          '^M: bad interpreter',
          'bad interpreter: No such file',
          "$'\\r': command not found",
          'sh\\r: not found',
          'sh\\r: No such file',
          'node\\r: No such file',
        ],
      },
      {
        sure: 'likely',
        says: 'the file exists, but its interpreter does not: Windows line endings, or a shell that is not in the image',
        words: [
          'exec user process caused … no such file or directory',
          'exec /… : no such file or directory',
          'exec /… no such file or directory',
          'exec ./… no such file or directory',
        ],
        unless: ['stat ', 'executable file'],
      },
      {
        sure: 'likely',
        says: 'the program was built for another CPU architecture',
        words: [
          'qemu-x86_64: Could not open',
          'rosetta error',
          'cannot execute binary file',
          'wrong ELF class',
          'Illegal instruction',
        ],
      },
    ),
  ),
  actions: evidence => [
    {
      title: 'Compare the platform of the image with that of the task.',
      commands: [showPlatforms(evidence), `${describeTaskDefinition(evidence)} --query 'taskDefinition.runtimePlatform'`],
      prop: 'cpuArchitecture',
    },
    {
      title: 'Build for the platform of the task; linux/amd64 is the default.',
      commands: ['docker buildx build --platform linux/amd64 --push -t <image> .'],
      prop: null,
    },
  ],
};
