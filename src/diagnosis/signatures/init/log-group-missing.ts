import { createLogGroup, findLogGroup } from '../../advice/resource-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** There is no such log group. */
export const initLogGroupMissing: Signature = {
  cause: 'init/log-group-missing',
  atBest: 'certain',
  retriable: false,
  says: 'The log group of the task definition does not exist in its Region. Create it, or set awslogs-create-group and '
    + 'grant logs:CreateLogGroup to the execution role.',
  toConfirm: 'Look for the log group in the Region that awslogs-region names. If it does not exist and awslogs-create-group '
    + 'is not true, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/log-permission', 'init/log-network'],
  stopFamilies: { 'log driver': 3 },
  suspectChanges: ['log', 'execution role', 'containers'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed '
        + 'to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit '
        + 'status 1',
    },
    {
      containerReason: 'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to '
        + 'create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'CloudWatch Logs has no such log group',
      words: [
        'The specified log group does not exist',
        '(log stream|logging driver|logger args) … ResourceNotFoundException',
      ],
    },
    {
      sure: 'possible',
      says: 'this error is documented for a log group that is missing',
      words: [
        'failed to initialize logging driver',
        'failed to create Cloudwatch log',
        'failed to validate logger args: create stream',
      ],
      unless: [
        'dial tcp',
        'i/o timeout',
        'deadline',
        'AccessDenied',
        'connection issue',
        'signal: killed',
        'log opt',
        'fluentd',
        'splunk',
        'no such host',
        'MissingEndpoint',
        'is required',
        'request canceled',
        'RequestError',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Look for the log group, and create it.', commands: [findLogGroup(evidence), createLogGroup(evidence)], prop: null },
  ],
};
