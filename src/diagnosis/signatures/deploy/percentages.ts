import { describeService, updateService } from '../../advice/commands';
import { fields } from '../../advice/query';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'the percentages allow neither a start nor a stop of a task',
  words: ['because of the service deployment configuration', 'Update the minimumHealthyPercent or maximumPercent value'],
};

/** ECS may neither start a task more nor run one less. */
export const deployPercentages: Signature = {
  cause: 'deploy/percentages',
  atBest: 'certain',
  retriable: false,
  says: 'With this minimumHealthyPercent and maximumPercent, ECS can neither start one more task nor stop one. '
    + 'Set them to 100 and 200: a deployment then starts new tasks before it stops old ones.',
  toConfirm: 'Round the minimum up and the maximum down to whole tasks. '
    + 'If both equal the desired count, ECS can neither start nor stop a task.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'deployment',
  consolePages: ['service'],
  seenIn: [
    {
      serviceEvent: '(service web) was unable to stop or start tasks during a deployment because of the service deployment '
        + 'configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
    },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Compare the percentages with the desired count.',
      commands: [`${describeService(evidence)} --query 'services[].${fields('desiredCount', 'deploymentConfiguration')}'`],
      prop: null,
    },
    {
      title: 'Set 100 and 200, and set the same values in the template.',
      commands: [updateService(evidence, '--deployment-configuration minimumHealthyPercent=100,maximumPercent=200')],
      prop: null,
    },
  ],
};
