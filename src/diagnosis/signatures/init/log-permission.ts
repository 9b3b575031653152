import { createLogGroup, showRolePolicies } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The execution role may not write logs. */
export const initLogPermission: Signature = {
  cause: 'init/log-permission',
  atBest: 'certain',
  retriable: false,
  says: 'The execution role has no permission to create the log stream or the log group. Grant logs:CreateLogStream and '
    + 'logs:PutLogEvents. For awslogs-create-group, also grant logs:CreateLogGroup, which the managed policy does not '
    + 'include.',
  toConfirm: 'Simulate logs:CreateLogStream for the execution role, and logs:CreateLogGroup if awslogs-create-group is set. A '
    + 'denied action confirms it.',
  reads: ['stop'],
  oftenConfused: ['init/log-group-missing', 'init/log-config'],
  stopFamilies: { 'log driver': 2 },
  consolePages: ['role'],
  suspectChanges: ['log', 'execution role', 'containers'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed '
        + 'to create Cloudwatch log group: AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web-exec/1 is not authorized to perform: logs:CreateLogGroup on '
        + 'resource: arn:aws:logs:eu-central-1:111122223333:log-group:/ecs/web:log-stream: because no identity-based '
        + 'policy allows the logs:CreateLogGroup action : exit status 1',
    },
    {
      containerReason: 'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to '
        + 'create Cloudwatch log stream: AccessDeniedException: User: '
        + 'arn:aws:sts::111122223333:assumed-role/web-exec/1 is not authorized to perform: logs:CreateLogStream',
    },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'IAM denied the log action to the execution role',
    words: [
      'not authorized to perform: logs:',
      'policy allows the logs:',
      '(log stream|log group|logger args|logging driver) … AccessDenied',
    ],
  }),
  actions: evidence => [
    { title: 'Check the permissions of the execution role.', commands: showRolePolicies(evidence, 'execution-role-name'), prop: null },
    { title: 'Or create the log group before you deploy.', commands: [createLogGroup(evidence)], prop: null },
  ],
};
