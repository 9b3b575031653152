import { describeTask } from '../../advice/commands';
import { inStopReason } from '../../matching/wording';
import type { Signature } from '../../model/signature';

/** The storage of the task was not ready. */
export const initStorage: Signature = {
  cause: 'init/storage',
  atBest: 'certain',
  retriable: true,
  says: 'The ephemeral or EBS storage of the task was not provisioned. Try again. For EBS, check the infrastructure '
    + 'role, the encryption key of the volume, and its file system type.',
  toConfirm: 'Read statusReason of the storage attachment of the task. An error there confirms it; without one, a stopped '
    + 'reason about EphemeralStorage does.',
  reads: ['stop'],
  oftenConfused: ['init/volume', 'pull/disk-full'],
  stopFamilies: { storage: 2 },
  suspectChanges: ['volumes', 'mounts', 'task role', 'ephemeral storage'],
  seenIn: [
    { stoppedReason: 'Timeout waiting for EphemeralStorage provisioning to complete' },
    {
      stoppedReason: 'ECS failed to set up the EBS volume. '
        + 'Encountered IdempotentParameterMismatch: The client token you have provided is associated with a resource '
        + 'that is already deleted. '
        + 'Please use a different client token.',
    },
    { stoppedReason: 'ECS timed out while configuring the EBS volume attachment to your Task' },
  ],
  clues: inStopReason({
    sure: 'certain',
    says: 'the storage was not provisioned',
    words: [
      'EphemeralStorage provisioning',
      'failed to set up the EBS volume',
      'configuring the EBS volume',
      'waiting for (EBS|volume|storage)',
      'EBS volume attach',
      'AmazonElasticBlockStorage',
    ],
  }),
  actions: evidence => [
    {
      title: 'Read the status of the storage attachment.',
      commands: [`${describeTask(evidence)} --query 'tasks[].attachments'`],
      prop: null,
    },
  ],
};
