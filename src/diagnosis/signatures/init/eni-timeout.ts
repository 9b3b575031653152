import { redeploy } from '../../advice/commands';
import { describeSubnet } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The network interface came too late. */
export const initEniTimeout: Signature = {
  cause: 'init/eni-timeout',
  atBest: 'certain',
  retriable: true,
  says: 'The network interface of the task was not ready in time. The next attempt usually succeeds. If it happens '
    + 'often, check the free IP addresses of the subnets, and start fewer tasks at once.',
  toConfirm: 'Check that the next task starts. If it does, the error was temporary.',
  reads: ['stop'],
  oftenConfused: ['init/eni-no-free-ip', 'init/network'],
  stopFamilies: { 'network interface': 1 },
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    { stoppedReason: 'Timeout waiting for network interface provisioning to complete.' },
    { stoppedReason: 'Network interface provision complete error timeout wait for network interface provision.' },
    { stoppedReason: 'Rate limit exceeded while preparing network interface to be attached to instance' },
    {
      stoppedReason: 'ResourceInitializationError: failed to configure ENI: failed to setup regular eni: netplugin failed with no '
        + 'error message',
    },
    { stoppedReason: 'Unexpected EC2 error while attempting to attach network interface to instance' },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the network interface was not ready in time',
      words: [
        'waiting for network interface provisioning',
        'timeout wait for network interface provision',
        'network interface provision complete error timeout',
        'Rate limit exceeded while preparing network interface',
        'failed to configure ENI',
        'failed to setup regular eni',
        'attempting to attach network interface',
        'failed to setup branch eni',
      ],
    },
    {
      sure: 'possible',
      says: 'ECS also uses this message for a late network interface',
      words: [
        'InternalError',
        'Unexpected EC2 error while attempting to',
      ],
      unless: ['InternalErrorException', 'free addresses', 'image reference'],
    },
  ),
  actions: evidence => [
    { title: 'Wait for the next attempt of the service, or start one.', commands: [redeploy(evidence)], prop: null },
    { title: 'Read the free IP addresses of the subnet.', commands: [describeSubnet(evidence)], prop: 'vpc' },
  ],
};
