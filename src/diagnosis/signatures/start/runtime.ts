import { describeTask, redeploy } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The machinery under the container failed. */
export const startRuntime: Signature = {
  cause: 'start/runtime',
  atBest: 'likely',
  saysLeast: true,
  retriable: true,
  says: 'The container runtime or the ECS agent failed. The evidence shows no fault of the application. Try again. If '
    + 'the error persists, open a case with AWS Support and include the ARN of the task.',
  toConfirm: 'Check that the next task starts. If it does, the error was temporary.',
  reads: ['stop'],
  broader: 'exit/application-error',
  oftenConfused: ['start/timeout', 'start/command-not-found'],
  stopFamilies: { command: 4, runtime: 1 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    { stoppedReason: 'ContainerRuntimeError: failed to create container: rpc error: code = Unknown' },
    { stoppedReason: 'InternalError: failed to start the task' },
    { containerReason: 'CannotInspectContainerError: rpc error: code = Unavailable' },
    { containerReason: 'CannotStopContainerError: failed sending SIGTERM to container: rpc error: code = NotFound' },
    { containerReason: 'CannotStartContainerError: failed to get container status: rpc error: code = DeadlineExceeded' },
  ],
  clues: inStopReason(
    {
      sure: 'likely',
      says: 'the container runtime failed',
      words: [
        'ContainerRuntimeError',
        'InternalError',
        'CannotInspectContainerError',
        'CannotStopContainerError',
        'failed to get container status',
        'TaskFailedToStart: AGENT',
        'ttrpc: closed',
      ],
      unless: ['exec:', 'InternalErrorException', 'Failed to resolve', 'image reference'],
    },
    {
      sure: 'possible',
      says: 'the container was not started',
      words: [
        'CannotStartContainerError',
        'CannotCreateContainerError',
        'failed to create new container runtime task',
        'failed to create shim',
        'ResourceInitializationError',
        'TaskFailedToStart',
        'Task failed to start',
      ],
      unless: [
        'executable file not found',
        'no such file',
        'permission denied',
        'logging driver',
        'dependency graph',
        'exec format',
        'pull secrets',
        'EFS utils',
        'env files',
        'logger args',
        'CannotPull',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Start the task again.', commands: [redeploy(evidence)], prop: null },
    { title: 'Describe the task for AWS Support.', commands: [describeTask(evidence)], prop: null },
  ],
};
