import { tailLogs } from '../../advice/commands';
import { listEndpoints } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The container was not up in time. */
export const startTimeout: Signature = {
  cause: 'start/timeout',
  atBest: 'likely',
  retriable: true,
  says: 'The container runtime did not start or stop the container in time. Try again. If the error persists, check '
    + 'whether the log driver can reach its service, and whether the task has too little CPU.',
  toConfirm: 'Check that the next task starts. If none does, check the log driver and the size of the task.',
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
    says: 'the container runtime timed out',
    words: [
      'ContainerRuntimeTimeoutError',
      'DockerTimeoutError',
      'Could not transition to',
      'timed out after waiting',
    ],
    unless: ['dependency graph'],
  }),
  actions: evidence => [
    { title: 'Check whether the container wrote any log.', commands: [tailLogs(evidence)], prop: 'startupTime' },
    { title: 'Check the network path to the service of the log driver.', commands: [listEndpoints(evidence)], prop: 'vpcEndpoints' },
  ],
};
