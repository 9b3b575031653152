import { describeTaskDefinition } from '../../advice/commands';
import { fields } from '../../advice/query';
import { showTrust } from '../../advice/resource-commands';
import { inServiceEvents, inStopReason, together, type Wording } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const WORDINGS: readonly Wording[] = [
  {
    sure: 'certain',
    says: 'ECS cannot assume the role',
    words: [
      'unable to assume the role',
      'unable to assume the configured ECS Infrastructure Role',
      'unable to assume role',
      'IAM trust relationship has been misconfigured',
      'not authorized to perform: iam:PassRole',
      'not authorized to perform: sts:AssumeRole',
      'policy allows the sts:AssumeRole',
    ],
    unless: ['Unable to launch instance', 'CannotPull'],
  },
  {
    sure: 'likely',
    says: 'a role that ECS uses is missing or was changed',
    words: [
      'IAM permissions policies have been misconfigured',
      'Role is not valid',
      'The role with name … cannot be found',
      'Unable to fetch credentials … role',
    ],
  },
];

/** ECS may not take on a role of the task. */
export const initRoleAssume: Signature = {
  cause: 'init/role-assume',
  atBest: 'certain',
  retriable: false,
  says: 'ECS cannot assume the task role or the execution role. Set ecs-tasks.amazonaws.com as principal in the trust '
    + 'policy, grant iam:PassRole to the deployer, and check whether a role was deleted or created a moment ago.',
  toConfirm: 'Read the trust policy of the role that the message names. If the role is missing, or the policy does not allow '
    + 'ecs-tasks.amazonaws.com, this is the cause.',
  reads: ['stop', 'serviceEvents'],
  stopFamilies: { role: 1 },
  consolePages: ['role'],
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    {
      serviceEvent: '(service web) failed to launch a task with (error ECS was unable to assume the role '
        + "'arn:aws:iam::111122223333:role/web-task' that was provided for this task. "
        + 'Please verify that the role being passed has the proper trust relationship and permissions and that your '
        + 'IAM user has permissions to pass this role.).',
    },
    {
      stoppedReason: "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/web-exec' that was provided for this "
        + 'task. '
        + 'Please verify that the role being passed has the proper trust relationship and permissions and that your '
        + 'IAM user has permissions to pass this role.',
    },
    { stoppedReason: "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/null' that was provided for this task." },
    { serviceEvent: 'IAM trust relationship has been misconfigured or changed, and ECS can no longer maintain your service' },
  ],
  clues: together(inStopReason(...WORDINGS), inServiceEvents({ ...WORDINGS[0], sure: 'likely' })),
  actions: evidence => [
    {
      title: 'Read the trust policy. It must name ecs-tasks.amazonaws.com.',
      commands: [
        showTrust(evidence),
        `${describeTaskDefinition(evidence)} --query 'taskDefinition.${fields('taskRoleArn', 'executionRoleArn')}'`,
      ],
      prop: null,
    },
  ],
};
