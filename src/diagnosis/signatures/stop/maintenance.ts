import { aws } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** AWS renewed what the task ran on. */
export const stopMaintenance: Signature = {
  cause: 'stop/maintenance',
  atBest: 'certain',
  retriable: true,
  says: 'AWS retired the task to renew the platform under it. A service replaces it by itself; a task of your own you start again.',
  toConfirm: 'Look for a task retirement in the AWS Health dashboard.',
  reads: ['stop'],
  concerns: 'task',
  seenIn: [
    {
      stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task',
      stopCode: 'ServiceSchedulerInitiated',
    },
    { stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task', exitCode: 137 },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'AWS renews the platform',
    words: [
      'performing maintenance',
      'underlying infrastructure',
      'task retirement',
      'PATCHING_RETIREMENT',
      'scheduled for retirement',
      'platform maintenance',
      'planned maintenance',
    ],
  }),
  actions: evidence => [
    {
      title: 'See what AWS announced.',
      commands: [
        aws({ ...evidence, region: 'us-east-1' }, "health describe-events --filter 'services=ECS,eventTypeCategories=scheduledChange'"),
      ],
      prop: null,
    },
  ],
};
