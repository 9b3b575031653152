import type { Evidence } from '../../../evidence/model/evidence';
import { describeService, updateService } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

/** Nobody asks the service for a task. */
export const deployDesiredCountZero: Signature = {
  cause: 'deploy/desired-count-zero',
  atBest: 'certain',
  retriable: false,
  says: 'The desired count of the service is zero, so ECS starts no task. '
    + 'Raise the desired count, and the minimum capacity if the service scales.',
  toConfirm: 'Describe the service. A desired count of 0 confirms it.',
  reads: ['stop', 'serviceEvents', 'serviceSettings'],
  concerns: 'service',
  consolePages: ['service'],
  seenIn: [{
    serviceEvent: 'Message: Successfully set desired count to 0. Change successfully fulfilled by ecs. Cause: scheduled action night',
  }],
  clues: evidence => speaksOfATask(evidence) ? [] : [...isZero(evidence), ...setToZero(evidence)],
  actions: evidence => [
    {
      title: 'Read the desired count, and find what set it to zero.',
      commands: [
        `${describeService(evidence)} --query 'services[].${fields('serviceName', 'desiredCount', 'runningCount', 'pendingCount')}'`,
      ],
      prop: 'scaling',
    },
    { title: 'Start tasks again.', commands: [updateService(evidence, '--desired-count 1')], prop: null },
  ],
};

const setToZero = inServiceEvents({
  sure: 'certain',
  says: 'the desired count was set to zero',
  words: ['set desired count to 0'],
});

const isZero = ({ serviceSettings }: Evidence): readonly Clue[] => serviceSettings?.desiredCount === 0
  ? [{ confidence: 'certain', source: 'service settings', quote: 'desiredCount: 0', says: 'the desired count is zero' }]
  : [];

/** A task that stopped has a cause of its own. */
const speaksOfATask = ({ task, change }: Evidence): boolean =>
  change !== undefined || task.taskArn !== undefined || task.stoppedReason !== undefined || task.stopCode !== undefined
  || task.containers.length > 0;
