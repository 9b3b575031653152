import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents } from '../../advice/commands';
import { findFailedTasks } from '../../advice/stack-commands';
import { atMost, inServiceEvents, inStopReason, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'likely',
  says: 'the deployment failed because its tasks failed',
  words: [
    'circuit breaker',
    'deployment failed: task(s|) failed',
    'task(s|) failed to start.',
    'tasks failed to start',
    'SERVICE_DEPLOYMENT_FAILED',
    'No rollback candidate was found',
    'rolling back to deployment',
    'deployment failed:',
  ],
  unless: ['alarm', 'hook', 'unable to consistently start tasks'],
};
const inReport = inStopReason(
  {
    ...WORDING,
    sure: 'certain',
    words: [
      'circuit breaker',
      'deployment failed: tasks failed',
      'deployment failed: task failed',
    ],
  },
  WORDING,
);
const inEvents = inServiceEvents(WORDING);

/** Too many tasks of the deployment failed. */
export const deployCircuitBreaker: Signature = {
  cause: 'deploy/circuit-breaker',
  atBest: 'certain',
  saysLeast: true,
  retriable: false,
  says: 'Too many tasks failed, and the deployment circuit breaker was triggered. Diagnose the newest stopped task to '
    + 'find the cause.',
  toConfirm: 'Read the rolloutStateReason of the deployment. '
    + 'If it names the deployment circuit breaker, this is the cause, and the newest stopped task shows why.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  stopFamilies: { deployment: 1 },
  consolePages: ['service'],
  suspectChanges: ['image', 'environment', 'secrets', 'command', 'user', 'read-only root', 'essential'],
  seenIn: [
    { serviceEvent: '(service web) (deployment ecs-svc/1111111111111111111) deployment failed: tasks failed to start.' },
    { serviceEvent: 'ECS deployment circuit breaker: tasks failed to start.' },
    { serviceEvent: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/123.' },
  ],
  clues: evidence => [...inReport(evidence), ...atMost(isSilent(evidence) ? 'likely' : 'possible', inEvents(evidence))],
  actions: evidence => [
    {
      title: 'Find the failed tasks, and diagnose the newest.',
      commands: [findFailedTasks(evidence), listServiceEvents(evidence)],
      prop: null,
    },
  ],
};

/** A task that speaks for itself says more than the deployment that it was part of. */
const isSilent = ({ task: { stoppedReason, containers } }: Evidence): boolean =>
  !stoppedReason && containers.every(({ reason, exitCode }) => !reason && exitCode === undefined);
