import { describeService } from '../../advice/commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDING: Wording = {
  sure: 'certain',
  says: 'ECS cannot use its service-linked role',
  words: [
    'Unable to assume the service linked role',
    'Unable to assume the service-linked role',
    'verify that the ECS service linked role exists',
    'service linked role … AWSServiceRoleForECS',
  ],
};

/** ECS has no role of its own in the account. */
export const initServiceLinkedRole: Signature = {
  cause: 'init/service-linked-role',
  atBest: 'certain',
  retriable: true,
  says: 'ECS could not assume its service-linked role, AWSServiceRoleForECS. '
    + 'Create the role, wait a minute for IAM, and create the service again.',
  toConfirm: 'Get the role AWSServiceRoleForECS. If IAM does not know it, this is the cause.',
  reads: ['stop', 'serviceEvents'],
  concerns: 'service',
  stopFamilies: { role: 2 },
  seenIn: [
    { stoppedReason: 'Unable to assume the service linked role. Please verify that the ECS service linked role exists.' },
  ],
  clues: together(inStopReason(WORDING), inServiceEvents({ ...WORDING, sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Check that the service-linked role exists, and create it if IAM does not know it.',
      commands: [
        'aws iam get-role --role-name AWSServiceRoleForECS',
        'aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com',
      ],
      prop: null,
    },
    { title: 'Check the status of the service afterwards.', commands: [describeService(evidence)], prop: null },
  ],
};
