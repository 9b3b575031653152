import type { Evidence } from '../../../evidence/model/evidence';
import { aws, argument } from '../../advice/commands';
import { wasBeingDeployed } from '../../clues/deployment-signs';
import { atMost, inStopReason } from '../../matching/wording';
import type { Clue, Signature } from '../../model/signature';

const bare = inStopReason({
  sure: 'likely',
  says: 'the service was scaled in',
  words: [
    'Scaling activity',
    'scaled in',
    'scale in',
    'scale-in',
  ],
  unless: ['(deployment', '(taskSet', 'by deployment', 'protection', 'unable to'],
});

const shared = inStopReason({
  sure: 'likely',
  says: 'ECS also uses this message for a scale-in',
  words: ['Scaling activity initiated by (deployment'],
});

/** The service needs fewer tasks. */
export const stopScaleIn: Signature = {
  cause: 'stop/scale-in',
  atBest: 'likely',
  retriable: null,
  says: 'The service was scaled in, and ECS stopped the task. This is expected, and no action is needed.',
  toConfirm: 'Read the scaling activities of the service at the time of the stop. '
    + 'One that lowered the desired count confirms it.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'task',
  seenIn: [
    { stoppedReason: 'Scaling activity', stopCode: 'ServiceSchedulerInitiated' },
    {
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)',
      serviceEvent: 'Message: Successfully set desired count to 2. '
        + 'Change successfully fulfilled by ecs. '
        + 'Cause: monitor alarm in state ALARM triggered policy cpu-target',
    },
  ],
  clues: evidence => [...bare(evidence), ...decided(evidence, shared(evidence))],
  actions: ({ cluster, service, ...evidence }) => [
    {
      title: 'To confirm, read the scaling activities of the service.',
      commands: [
        aws(
          { cluster, service, ...evidence },
          'application-autoscaling describe-scaling-activities --service-namespace ecs',
          '--resource-id',
          `service/${argument(cluster, 'cluster')}/${argument(service, 'service')}`,
        ),
      ],
      prop: 'scaling',
    },
  ],
};

/** ECS uses the same words for a deployment, which is more common. */
const decided = (evidence: Evidence, clues: readonly Clue[]): readonly Clue[] =>
  wasBeingDeployed(evidence) === false ? clues : atMost('possible', clues);
