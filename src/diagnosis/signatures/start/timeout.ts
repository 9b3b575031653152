import { tailLogs } from '../../advice/commands';
import { listEndpoints } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The container was not up in time. */
export const startTimeout: Signature = {
  cause: 'start/timeout',
  atBest: 'likely',
  retriable: true,
  says: 'The runtime did not bring the container up, or down, in time. '
    + 'Try again; if it stays, look whether the log driver reaches its service, and whether the task has too little '
    + 'CPU.',
  toConfirm: 'The next task starts without trouble; if none does, it is the log driver or the size of the task.',
  reads: ['stop'],
  broader: 'exit/application-error',
  oftenConfused: ['init/log-network', 'start/runtime'],
  stopFamilies: { timeout: 1, runtime: 2 },
  consolePages: ['log'],
  suspectChanges: ['image', 'command', 'user', 'architecture', 'working directory', 'mounts', 'dependencies', 'read-only root'],
  seenIn: [
    { stoppedReason: 'ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: rpc error' },
    { containerReason: 'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s' },
    { containerReason: 'ContainerRuntimeTimeoutError: Could not transition to stopped; timed out after waiting 30s' },
  ],
  clues: inStopReason({
    sure: 'likely',
    says: 'the runtime waited in vain',
    words: [
      'ContainerRuntimeTimeoutError',
      'DockerTimeoutError',
      'Could not transition to',
      'timed out after waiting',
    ],
    unless: ['dependency graph'],
  }),
  actions: evidence => [
    { title: 'See whether the container wrote anything.', commands: [tailLogs(evidence)], prop: 'startupTime' },
    { title: 'See whether the task reaches the service of its log driver.', commands: [listEndpoints(evidence)], prop: 'vpcEndpoints' },
  ],
};
