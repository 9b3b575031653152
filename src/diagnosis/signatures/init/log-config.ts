import { findLogs } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The log driver does not take its options. */
export const initLogConfig: Signature = {
  cause: 'init/log-config',
  atBest: 'certain',
  retriable: false,
  says: 'The log driver rejected its options. Correct logConfiguration in the task definition. Use a log driver that '
    + 'Fargate supports (awslogs, splunk, awsfirelens), a Region code such as eu-west-1, and no unknown option.',
  toConfirm: 'Read logConfiguration of each container. An unknown option, no awslogs-region for awslogs, or a driver other '
    + 'than awslogs, splunk, and awsfirelens confirms it.',
  reads: ['stop'],
  oftenConfused: ['init/firelens', 'init/log-group-missing'],
  stopFamilies: { 'log router': 2, 'log driver': 4 },
  suspectChanges: ['log', 'execution role', 'containers'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: '
        + 'awslogs-region is required',
    },
    {
      stoppedReason: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed '
        + "to create Cloudwatch log stream: MissingEndpoint: 'Endpoint' configuration is required for this service",
    },
    { containerReason: "CannotStartContainerError: Error response from daemon: unknown log opt 'awslogs-stream' for awslogs log driver" },
    {
      containerReason: 'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: invalid value '
        + 'for log-opt mode',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the log configuration has an unknown option',
      words: [
        'unknown log opt',
        "log opt '",
        'log-opt',
        'awslogs driver arguments',
        'MissingEndpoint',
        'awslogs-region is required',
        'awslogs-group is required',
        'unsupported log driver',
        'no log driver named',
        'splunk log driver arguments',
        'invalid log driver',
        'logging driver … invalid',
        'logger args … invalid',
        'logs.undefined.amazonaws',
        'logs.null.amazonaws',
        'logs..amazonaws',
        'log opt … awslogs-region',
        'must specify a value for … awslogs',
        'logging driver: must specify',
      ],
      unless: ['fluentd', 'signal: killed', 'connection issue', 'AccessDenied', 'does not exist'],
    },
    {
      sure: 'likely',
      says: 'the log driver has no Region',
      words: ['(logging driver|logger args) … (MissingRegion|unable to get region|could not find region|find the region|Invalid region)'],
    },
    {
      sure: 'possible',
      says: 'the log driver has no options',
      words: [
        'no log configuration specified',
        'fluentd log driver arguments',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Read the log options of the task definition.', commands: [findLogs(evidence)], prop: null },
  ],
};
