import type { Evidence } from '../../../evidence/model/evidence';
import { listServiceEvents } from '../../advice/commands';
import { inStopReason, together } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** Spot capacity went back. */
export const stopSpot: Signature = {
  cause: 'stop/spot',
  atBest: 'certain',
  retriable: true,
  says: 'Fargate Spot reclaimed the capacity, two minutes after a warning. To prepare for interruptions, finish work on '
    + 'SIGTERM, make work idempotent, and keep a base of tasks on FARGATE.',
  toConfirm: 'Describe the task. '
    + 'The capacity provider FARGATE_SPOT, with a stop code or stop reason that names a Spot interruption, confirms it.',
  reads: ['stop'],
  concerns: 'task',
  seenIn: [
    { stopCode: 'SpotInterruption' },
    { stoppedReason: 'Your Spot Task was interrupted.', exitCode: 2 },
    { stoppedReason: 'Your Spot Task was interrupted.', stopCode: 'TerminationNotice' },
  ],
  clues: together(
    byCode,
    inStopReason({
      sure: 'certain',
      says: 'Spot capacity was reclaimed',
      words: [
        'Spot Task was interrupted',
        'SpotInterruption',
        'Spot interruption',
        'spot instance was interrupted',
      ],
    }),
  ),
  actions: evidence => [
    { title: 'Keep a base of tasks on FARGATE.', commands: [], prop: 'capacity' },
    { title: 'Check that the replacement task is running.', commands: [listServiceEvents(evidence)], prop: null },
  ],
};

function byCode({ task: { stopCode, capacityProviderName, stoppedReason } }: Evidence): readonly Clue[] {
  if (stopCode === 'SpotInterruption') {
    return [
      { confidence: 'certain', source: 'stopCode', quote: stopCode, says: 'Spot capacity was reclaimed' },
    ];
  }
  if (stopCode !== 'TerminationNotice' || /host|maintenance/i.test(stoppedReason ?? '')) return [];
  return [
    {
      confidence: capacityProviderName === 'FARGATE_SPOT' ? 'certain' : 'possible',
      source: 'stopCode',
      quote: stopCode,
      says: 'ECS also used this stop code for Spot interruptions',
    },
  ];
}
