import type { Evidence } from '../../../evidence/model/evidence';
import { describeService, listServiceEvents } from '../../advice/commands';
import { fields } from '../../advice/query';
import { wasBeingDeployed } from '../../clues/deployment-signs';
import { atMost, inStopReason } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const replaced = inStopReason({
  sure: 'likely',
  says: 'the scheduler stopped the task for a deployment',
  words: [
    'initiated by (deployment',
    'initiated by deployment',
    'Stopped by deployment',
    'Replaced by deployment',
    'blue/green deployment',
    'initiated by (taskSet',
  ],
});

const progress = inStopReason({
  sure: 'likely',
  says: 'ECS reports the progress of a deployment',
  words: [
    'ECS deployment … in progress',
    'ECS deployment … completed',
    'SERVICE_DEPLOYMENT_IN_PROGRESS',
    'SERVICE_DEPLOYMENT_COMPLETED',
  ],
  unless: ['circuit breaker', 'alarm'],
});

/** A deployment whose tasks fail, or that ECS takes back, makes no progress. */
const isSetBack = ({ change: { failedTasks = 0, reason = '' } = { kind: 'deployment' } }: Evidence): boolean =>
  failedTasks > 0 || /circuit breaker|alarm|roll(?:ed|ing) back/i.test(reason);

/** A newer task took over. */
export const stopDeployment: Signature = {
  cause: 'stop/deployment',
  atBest: 'likely',
  retriable: null,
  says: 'The scheduler replaced the task in a deployment or a rollback. This is expected, and no action is needed.',
  toConfirm: 'Compare the time of the stop with the deployments of the service. '
    + 'A deployment or rollback in progress at that time confirms it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'task',
  stopFamilies: { deployment: 2 },
  seenIn: [
    { stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)', stopCode: 'ServiceSchedulerInitiated' },
    { stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)', exitCode: 137 },
  ],
  clues: evidence => [
    ...decided(evidence, replaced(evidence)),
    ...isSetBack(evidence) ? [] : progress(evidence),
    ...scheduled(evidence),
  ],
  actions: evidence => [
    {
      title: 'To confirm, read the service events.',
      commands: [
        listServiceEvents(evidence),
        `${describeService(evidence)} --query 'services[].deployments[].${fields('id', 'status', 'taskDefinition', 'createdAt')}'`,
      ],
      prop: null,
    },
  ],
};

/** ECS uses the same words for scaling in a service that is not being deployed. */
const decided = (evidence: Evidence, clues: readonly Clue[]): readonly Clue[] =>
  wasBeingDeployed(evidence) === false ? atMost('possible', clues) : clues;

/** The scheduler asked for the stop and gave no reason. */
function scheduled({ task }: Evidence): readonly Clue[] {
  if (task.stopCode !== 'ServiceSchedulerInitiated' || task.stoppedReason) return [];
  return [{ confidence: 'possible', source: 'stopCode', quote: task.stopCode, says: 'the scheduler of the service asked for the stop' }];
}
