import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents } from '../../advice/commands';
import { inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** The host went away. */
export const stopInfrastructure: Signature = {
  cause: 'stop/infrastructure',
  atBest: 'certain',
  retriable: true,
  says: 'The host under the task was unhealthy or went away. '
    + 'A service replaces the task by itself; keep at least two tasks in two Availability Zones.',
  toConfirm: 'Look for an event in the AWS Health dashboard at the time of the stop.',
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
      says: 'the host went away',
      words: [
        'Host EC2 (instance',
        'unhealthy host',
        'host … unhealthy',
        'host was unhealthy',
        'infrastructure health',
      ],
    }),
  ),
  actions: evidence => [{ title: 'See whether the replacement is up.', commands: [listServiceEvents(evidence)], prop: 'desiredCount' }],
};

function byCode({ task: { stopCode, capacityProviderName } }: Evidence): readonly Clue[] {
  if (stopCode === 'InfrastructureHealth') {
    return [
      { confidence: 'certain', source: 'stopCode', quote: stopCode, says: 'the host was unhealthy' },
    ];
  }
  return stopCode === 'TerminationNotice' && capacityProviderName !== 'FARGATE_SPOT'
    ? [{ confidence: 'likely', source: 'stopCode', quote: stopCode, says: 'the host was to go away' }]
    : [];
}
