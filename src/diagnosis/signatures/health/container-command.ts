import { describeContainers } from '../../advice/commands';
import { failedContainerCheck, ofThisTask } from '../../clues/health-events';
import { inLog, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';
import { LOOKS_ONLY } from '../../vocabulary/looks-only';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the program of the health check is not in the image',
  words: [
    '(curl|wget|nc|pg_isready|mysqladmin|redis-cli|nslookup|grpc_health_probe): not found',
    '(curl|wget|nc|pg_isready|mysqladmin|redis-cli|grpc_health_probe): command not found',
    ...LOOKS_ONLY,
    'curl: no such file',
    'exec: "(curl|wget)',
    'exec: "CMD',
    'CMD-SHELL: not found',
    'CMD-SHELL … executable file not found',
    '"(curl|wget|pg_isready)": executable file not found',
    'OCI runtime exec failed',
  ],
};

/** The container had started, so it is the check that calls a program which the image does not hold. */
const ANY_PROGRAM = inLog({
  sure: 'likely',
  says: WORDING.says,
  words: ['sh: … : not found', 'sh: … not found', 'command not found', 'executable file not found'],
});

/** `localhost` is `::1` for many programs, where many servers do not listen. */
const ASKS_LOCALHOST: Wording = {
  sure: 'possible',
  says: 'the command uses localhost, which can resolve to ::1, where the server does not listen',
  words: [
    'Connecting to localhost',
    'Failed to connect to localhost',
    '([::1]:',
  ],
};

/** A missing program and a sick application look the same from outside. */
const UNHEALTHY: Wording = {
  sure: 'possible',
  says: 'a health check fails in the same way if its program is not in the image',
  words: ['failed container health checks'],
};

/** The health check cannot run. */
export const healthContainerCommand: Signature = {
  cause: 'health/container-command',
  atBest: 'likely',
  retriable: false,
  says: 'The container health check cannot run: its program is not in the image, or the command is wrong. Use a program '
    + 'that is in the image (Node: node -e, Python: python -c), or add curl to the image.',
  toConfirm: 'Run the health check command in the container with ECS Exec, or in the image locally. '
    + 'If its program is not found, or the command is rejected, this is the cause.',
  reads: ['stop', 'log', 'serviceEvents'],
  broader: 'health/container',
  explainsSymptoms: true,
  oftenConfused: ['health/container', 'start/command-not-found'],
  onlyLogTellsApart: true,
  stopFamilies: { 'container health check': 2 },
  consolePages: ['service'],
  suspectChanges: ['health check', 'ports', 'image', 'command', 'environment'],
  seenIn: [
    { stoppedReason: 'Task failed container health checks', log: ['/bin/sh: 1: curl: not found'] },
    { log: ['/bin/sh: curl: not found'] },
    {
      log: [
        'OCI runtime exec failed: exec failed: unable to start container process: exec: "curl": executable file '
          + 'not found in $PATH: unknown',
      ],
    },
  ],
  clues: together(inLog(WORDING, ASKS_LOCALHOST), evidence => failedContainerCheck(evidence) ? ANY_PROGRAM(evidence) : [],
    inStopReason(WORDING), ofThisTask(UNHEALTHY, inStopReason(UNHEALTHY))),
  actions: evidence => [
    {
      title: 'Read the health check of the container.',
      commands: [describeContainers(evidence, 'healthCheck')],
      prop: 'healthCheck',
    },
    {
      title: 'Run the health check command in the image locally.',
      commands: ["docker run --rm -it --entrypoint sh <image> -c '<health-check-command>; echo $?'"],
      prop: null,
    },
  ],
};
