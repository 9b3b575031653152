import { aws } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** AWS renewed what the task ran on. */
export const stopMaintenance: Signature = {
  cause: 'stop/maintenance',
  atBest: 'certain',
  retriable: true,
  says: 'AWS retired the task to update the underlying platform. ECS replaces a service\'s task automatically. Start a '
    + 'standalone task again yourself.',
  toConfirm: 'Check the AWS Health Dashboard for a task retirement. '
    + 'One that names the service or the task, with a date before the stop, confirms it.',
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
    says: 'AWS updates the underlying platform',
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
      title: 'Check the AWS Health Dashboard for the announcement.',
      commands: [
        aws({ ...evidence, region: 'us-east-1' }, "health describe-events --filter 'services=ECS,eventTypeCategories=scheduledChange'"),
      ],
      prop: null,
    },
  ],
};
