import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents } from '../../advice/commands';
import { inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The host went away. */
export const stopInfrastructure: Signature = {
  cause: 'stop/infrastructure',
  atBest: 'certain',
  retriable: true,
  says: 'The underlying host was unhealthy or was terminated. ECS replaces the tasks of a service automatically. Run at '
    + 'least two tasks in two Availability Zones.',
  toConfirm: 'Read the stop reason of the task. '
    + 'A host that was terminated or unhealthy confirms it, even if the AWS Health Dashboard shows no event.',
  reads: ['stop'],
  concerns: 'task',
  seenIn: [
    { stopCode: 'InfrastructureHealth' },
    { stoppedReason: 'Host EC2 (instance i-04b17daec78ef4a0b) terminated.', stopCode: 'TerminationNotice' },
  ],
  clues: together(
    byCode,
    inStopReason({
      sure: 'certain',
      says: 'the underlying host was terminated',
      words: [
        'Host EC2 (instance',
        'unhealthy host',
        'host … unhealthy',
        'host was unhealthy',
        'infrastructure health',
      ],
    }),
  ),
  actions: evidence => [
    { title: 'Check that the replacement task is running.', commands: [listServiceEvents(evidence)], prop: 'desiredCount' },
  ],
};

function byCode({ task: { stopCode, capacityProviderName } }: Evidence): readonly Clue[] {
  if (stopCode === 'InfrastructureHealth') {
    return [
      { confidence: 'certain', source: 'stopCode', quote: stopCode, says: 'the host was unhealthy' },
    ];
  }
  return stopCode === 'TerminationNotice' && capacityProviderName !== 'FARGATE_SPOT'
    ? [{ confidence: 'likely', source: 'stopCode', quote: stopCode, says: 'the underlying host was about to be terminated' }]
    : [];
}
