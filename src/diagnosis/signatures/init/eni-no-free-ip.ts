import { describeSubnet } from '../../advice/network-commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The subnet is full. */
export const initEniNoFreeIp: Signature = {
  cause: 'init/eni-no-free-ip',
  atBest: 'certain',
  retriable: true,
  says: 'The subnet has no free IP address for the network interface of the task. Release IP addresses, or add larger '
    + 'subnets to the service. A deployment needs addresses for old and new tasks at the same time.',
  toConfirm: 'Read the number of free IP addresses of the subnets. If it is close to 0, this is the cause.',
  reads: ['stop'],
  oftenConfused: ['init/eni-timeout'],
  stopFamilies: { 'network interface': 2 },
  suspectChanges: ['execution role', 'task role', 'containers'],
  seenIn: [
    { stoppedReason: 'InsufficientFreeAddressesInSubnet' },
    {
      stoppedReason: 'Unexpected EC2 error while attempting to Create Network Interface in subnet subnet-0a1b2c3d: '
        + 'InsufficientFreeAddressesInSubnet',
    },
    {
      stoppedReason: 'Unexpected EC2 error while attempting to Create Network Interface: The specified subnet does not have '
        + 'enough free addresses to satisfy the request.',
    },
  ],
  clues: inStopReason(
    {
      sure: 'certain',
      says: 'the subnet has no free IP address',
      words: [
        'InsufficientFreeAddresses',
        'enough free addresses',
        'insufficient free addresses',
        'enough IP addresses',
        'no free IP',
      ],
    },
    {
      sure: 'likely',
      says: 'EC2 created no network interface in this subnet, most often because the subnet is full',
      words: ['Unexpected EC2 error while attempting to Create Network Interface … subnet'],
      unless: ['UnauthorizedOperation', 'not authorized'],
    },
    {
      sure: 'possible',
      says: 'a full subnet delays the interface as well',
      words: [
        'waiting for network interface provisioning',
        'timeout wait for network interface provision',
      ],
    },
  ),
  actions: evidence => [
    { title: 'Read the free IP addresses of the subnet.', commands: [describeSubnet(evidence)], prop: 'vpc' },
  ],
};
