import { describeInterface, describeRoutes, listEndpoints } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

const LOGGING = '(logger args|logging driver|Cloudwatch log|CloudWatch log)';

/** CloudWatch Logs was not reached. */
export const initLogNetwork: Signature = {
  cause: 'init/log-network',
  atBest: 'certain',
  retriable: false,
  says: 'The task could not reach CloudWatch Logs and did not start. Add a route to a NAT gateway, or a VPC endpoint '
    + 'for logs with private DNS that allows inbound TCP 443 from the task.',
  toConfirm: 'Check the internet access of the task and the VPC endpoint for logs. Without internet access, an endpoint that '
    + 'is missing, lacks private DNS, or blocks TCP 443 is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/log-group-missing', 'init/log-permission'],
  stopFamilies: { 'log driver': 1 },
  suspectChanges: ['log', 'execution role', 'containers'],
  seenIn: [
    {
      stoppedReason: 'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log '
        + 'group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. '
        + 'Check your network configuration. : signal: killed',
    },
    { stoppedReason: 'ResourceInitializationError: failed to validate logger args: : signal: killed' },
    {
      stoppedReason: 'ResourceInitializationError: failed to initialize logging driver: failed to create Cloudwatch log stream: '
        + 'RequestError: send request failed caused by: Post "https://logs.ap-northeast-2.amazonaws.com/": dial tcp: '
        + 'lookup logs.ap-northeast-2.amazonaws.com: i/o timeout',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'CloudWatch Logs could not be reached',
      words: [
        `${LOGGING} … connection issue`,
        `${LOGGING} … signal: killed`,
        `${LOGGING} … i/o timeout`,
        `${LOGGING} … deadline exceeded`,
        `${LOGGING} … send request failed`,
        `${LOGGING} … request canceled`,
        `${LOGGING} … connection refused`,
        `${LOGGING} … TLS handshake timeout`,
        `${LOGGING} … Client.Timeout`,
      ],
      unless: ['MissingEndpoint', 'AccessDenied', 'does not exist', 'no such host'],
    },
    {
      sure: 'likely',
      says: 'the hostname of CloudWatch Logs did not resolve',
      words: [`${LOGGING} … no such host`],
      unless: ['logs.undefined.', 'logs.null.', 'logs..'],
    },
    {
      sure: 'possible',
      says: 'a log driver that cannot connect delays the start of a container',
      words: [
        'DockerTimeoutError',
        'ContainerRuntimeTimeoutError … running',
        'failed to initialize logging driver',
        'failed to validate logger args',
      ],
      unless: ['AccessDenied', 'does not exist', 'fluentd', 'is required', 'MissingEndpoint', 'log opt'],
    },
  ),
  actions: evidence => [
    {
      title: 'Check the network path to CloudWatch Logs.',
      commands: [listEndpoints(evidence), describeRoutes(evidence), describeInterface(evidence)],
      prop: 'vpcEndpoints',
    },
  ],
};
