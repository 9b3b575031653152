import { createLogGroup, showRolePolicies } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The execution role may not write logs. */
export const initLogPermission: Signature = {
  cause: 'init/log-permission',
  atBest: 'certain',
  retriable: false,
  says: 'The execution role may not create the log stream or group. '
    + 'Grant it logs:CreateLogStream and logs:PutLogEvents; for awslogs-create-group it needs logs:CreateLogGroup too, '
    + 'which the managed policy does not give.',
  toConfirm: 'Simulate logs:CreateLogStream and logs:CreateLogGroup for the execution role.',
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
    says: 'IAM denied the execution role to write logs',
    words: [
      'not authorized to perform: logs:',
      'policy allows the logs:',
      '(log stream|log group|logger args|logging driver) … AccessDenied',
    ],
  }),
  actions: evidence => [
    { title: 'See what the execution role may do.', commands: showRolePolicies(evidence, 'execution-role-name'), prop: null },
    { title: 'Or create the group beforehand, so that the role need not.', commands: [createLogGroup(evidence)], prop: null },
  ],
};
